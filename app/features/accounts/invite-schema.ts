import { z } from 'zod'
import { typedName } from '#app/platform/typed-name-schema.ts'

const line = (most: number) =>
  z.string().trim().max(most, `Use ${most} characters or fewer`).default('')

const mentorsOrganisation = typedName('Enter the organisation they work or volunteer for', 100)

/** A new account for somebody of the staff, the board or an employer. People in a programme are enrolled instead. */
export const inviteSchema = z
  .strictObject({
    name: typedName('Enter the name', 100),
    email: z
      .string('Enter an e-mail address like name@example.com')
      .trim()
      .toLowerCase()
      .max(254, 'That e-mail address is too long')
      .pipe(z.email('Enter an e-mail address like name@example.com')),
    role: z.enum(['mentor', 'employer', 'board', 'coordinator'], 'Choose what they do'),
    employerId: z.union([z.literal(''), z.uuid('Choose the employer')]).default(''),
    organisation: line(100),
    workPhone: line(30).pipe(
      z.string().regex(/^[0-9 +()-]*$/, 'Enter a phone number with figures only'),
    ),
    isVolunteer: z.literal('yes').optional(),
    isSafeguardingLead: z.literal('yes').optional(),
  })
  .superRefine(({ role, employerId, organisation, workPhone }, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (role === 'employer' && employerId === '') say('employerId', 'Choose the employer')
    const named = mentorsOrganisation.safeParse(organisation)
    if (role === 'mentor' && !named.success)
      say('organisation', named.error.issues[0]?.message ?? '')
    if (role === 'mentor' && workPhone === '')
      say('workPhone', 'Enter the work number that employers and candidates can ring')
  })
