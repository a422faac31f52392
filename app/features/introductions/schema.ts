import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { typedName } from '#app/platform/typed-name-schema.ts'
import { notThisTimeReasons, refusalReasons } from './status.ts'

const codes = <T extends readonly { value: string }[]>(list: T) =>
  list.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]

/** Consent and approval name the exact words they are for. */
export const keySchema = z.strictObject({
  textHash: z.string().regex(/^[0-9a-f]{64}$/, 'Read the words again, then answer'),
})

/** The same where the words may hold what looks like the name: each that is not meant as one. */
export const wordsSchema = keySchema.extend({ notNames: z.array(z.string().max(100)).max(50) })

export const refuseSchema = z.strictObject({
  reason: z.enum(codes(refusalReasons), 'Select a reason'),
})

export const notThisTimeSchema = z.strictObject({
  reason: z.enum(codes(notThisTimeReasons), 'Select a reason'),
})

/** What a mentor does outside the product, and ticks off here. */
const ticks = ['agree_day', 'tell_not_this_time', 'taken_back'] as const
export type Tick = (typeof ticks)[number]

export const tickSchema = z.strictObject({ task: z.enum(ticks, 'Look at the page again') })

export const officerSchema = z
  .strictObject({
    officerName: typedName('Enter the name of the supervising officer', 100),
    ...dayBoxes('approvedOn'),
  })
  .superRefine(...dayCheck('approvedOn', { ask: 'Enter the day of the approval' }))

export const startSchema = z
  .strictObject(dayBoxes('startedOn'))
  .superRefine(...dayCheck('startedOn', { ask: 'Enter the day they started' }))
