import { z } from 'zod'

/** What a licence condition or order comes to, and nothing about what it is for. */
export const effectKinds = [
  { value: 'curfew', label: 'Must be at home at certain hours' },
  { value: 'area', label: 'Must keep out of an area' },
  { value: 'premises', label: 'Must keep away from a kind of place' },
  { value: 'no_under_18s', label: 'Must not work with people under 18' },
  { value: 'no_driving', label: 'Must not drive' },
  { value: 'no_internet', label: 'Must not use the internet' },
  { value: 'no_cash', label: 'Must not handle cash over an amount' },
  { value: 'appointment', label: 'Has to be somewhere at a set time each week' },
  { value: 'no_contact', label: 'Must have no contact with an employer or a place' },
] as const

export const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
] as const

export const premisesKinds = [
  { value: 'licensed', label: 'Places that sell alcohol' },
  { value: 'children', label: 'Schools, nurseries and playgrounds' },
  { value: 'gambling', label: 'Betting shops and casinos' },
  { value: 'care', label: 'Care homes and hospitals' },
  { value: 'shops', label: 'Shops and shopping centres' },
  { value: 'sports', label: 'Sports grounds and gyms' },
] as const

export const sources = [
  { value: 'licence', label: 'A licence condition' },
  { value: 'order', label: 'A court order' },
  { value: 'bail', label: 'A bail condition' },
  { value: 'agreed', label: 'Agreed with the person' },
  { value: 'other', label: 'Something else' },
] as const

const codes = <T extends readonly { value: string }[]>(list: T) =>
  list.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]

export const dayCodes = codes(days)
export const kindCodes = codes(effectKinds)
export const premisesCodes = codes(premisesKinds)
export const sourceCodes = codes(sources)

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const someDays = z.array(z.enum(dayCodes)).min(1)

const effect = z.discriminatedUnion('kind', [
  // On each of the days from one time until the other, which may be that of the next morning.
  z.strictObject({
    kind: z.literal('curfew'),
    days: someDays,
    from: time,
    to: time,
    /** From home to anywhere: added before and after. */
    travelMinutes: z.number().int().min(0).max(240),
  }),
  z.strictObject({ kind: z.literal('area'), outcodes: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('premises'), premises: z.enum(premisesCodes) }),
  z.strictObject({ kind: z.literal('no_under_18s') }),
  z.strictObject({ kind: z.literal('no_driving') }),
  z.strictObject({ kind: z.literal('no_internet') }),
  z.strictObject({ kind: z.literal('no_cash'), pounds: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('appointment'), days: someDays, from: time, to: time }),
  z.strictObject({
    kind: z.literal('no_contact'),
    employerId: z.string().nullable(),
    outcode: z.string().nullable(),
  }),
])

/** What of a restriction is sealed, as it is written into the sealed text. */
export const restrictionText = z.strictObject({
  effect,
  source: z.enum(sourceCodes),
  /** In free words, for those who work with the person. */
  details: z.string(),
})

export type Effect = z.infer<typeof effect>
export type EffectKind = Effect['kind']
export type Day = (typeof dayCodes)[number]
export type RestrictionText = z.infer<typeof restrictionText>
