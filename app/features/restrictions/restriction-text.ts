import { z } from 'zod'
import { dayCodes, premisesCodes, sourceCodes } from './effects.ts'

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
export type RestrictionText = z.infer<typeof restrictionText>
