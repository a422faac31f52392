import { z } from 'zod'
import { hours, kinds, sectors } from '#app/features/opportunities/vocabulary.ts'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { typedName } from '#app/platform/typed-name-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import { normaliseOutcode } from '#search/outcodes.ts'

/** Fields of the wishes form that may be answered more than once. */
export const wishLists = ['kinds', 'sectors', 'hours']

const values = <T extends readonly { value: string }[]>(list: T) =>
  list.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]

const outcode = z
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

/** What a person wants. */
export const wishesSchema = z
  .strictObject({
    kinds: z.array(z.enum(values(kinds))).min(1, 'Choose at least one'),
    sectors: z.array(z.enum(values(sectors))),
    hours: z.array(z.enum(values(hours))),
    outcode,
    reachMiles: z.coerce
      .number('Enter how far you can travel, in miles')
      .int('Enter whole miles')
      .min(1, 'Enter at least 1 mile')
      .max(100, 'Enter at most 100 miles'),
    ...dayBoxes('earliestStart'),
    version: versionSchema,
  })
  .superRefine(
    ...dayCheck('earliestStart', {
      ask: 'Enter the earliest day you could start',
      example: '31 3 2027',
      isOptional: true,
    }),
  )

const words = (name: string) =>
  z.string().trim().max(1000, `${name} must be 1,000 characters or fewer`).default('')

/** The short profile in the person's own words. */
export const profileSchema = z.strictObject({
  strengths: words('What you are good at'),
  skills: words('Skills and tickets'),
  experience: words('What you have done'),
  version: versionSchema,
})

/** A new person in a programme, as the office enters them. */
export const enrolSchema = z
  .strictObject({
    fullName: typedName('Enter the full name', 100),
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
