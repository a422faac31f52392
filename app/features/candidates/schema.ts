import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { typedName } from '#app/platform/typed-name-schema.ts'
import { normaliseOutcode } from '#search/outcodes.ts'

/** The outward part of a postcode, as it is known. */
export const outcode = z
  .string('Enter the first part of your postcode, like NR1')
  .max(20, 'Enter the first part of a postcode, like NR1')
  .transform((typed, context) => {
    const known = normaliseOutcode(typed)
    if (known !== null) return known
    context.addIssue({
      code: 'custom',
      message: typed.trim()
        ? `We do not know the postcode area “${typed.trim()}”. Enter the first part, like NR1`
        : 'Enter the first part of a postcode, like NR1',
    })
    return z.NEVER
  })

/** A new person in a programme, as the office enters them. */
export const enrolSchema = z
  .strictObject({
    fullName: typedName('Enter the full name', 200),
    email: z.union([
      z.literal(''),
      z.email('Enter an e-mail address like name@example.com').max(254).toLowerCase(),
    ]),
    phone: z
      .string()
      .trim()
      .max(30, 'The phone number must be 30 characters or fewer')
      .regex(/^[0-9 +()-]*$/, 'Enter a phone number with figures only')
      .default(''),
    ...dayBoxes('dateOfBirth'),
    outcode,
    onLicence: z.enum(['yes', 'no'], 'Say whether the person is on licence'),
    programmeId: z.uuid('Choose a programme'),
    ...dayBoxes('referredOn'),
    rulesConfirmed: z.enum(['yes', '']).default(''),
    mentorUserId: z.union([z.literal(''), z.uuid('Choose a mentor')]).default(''),
  })
  .superRefine(...dayCheck('dateOfBirth', { ask: 'Enter the date of birth', example: '27 3 1992' }))
  .superRefine(
    ...dayCheck('referredOn', { ask: 'Enter the day they were referred', isOptional: true }),
  )

export const assignSchema = z.strictObject({ mentorUserId: z.uuid('Choose a mentor') })
