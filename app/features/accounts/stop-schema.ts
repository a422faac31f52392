import { z } from 'zod'
import { versionSchema } from '#app/platform/version-schema.ts'

/** Why an account is stopped, or may be used again: codes, which the trail keeps. */
export const stopReasons = [
  { value: 'left', label: 'The person has left this work or the programme' },
  { value: 'lost', label: 'A phone, computer or password is lost' },
  { value: 'misused', label: 'The account is misused, or may be' },
  { value: 'asked', label: 'The person asks for it' },
  { value: 'other', label: 'Something else' },
] as const

export const restartReasons = [
  { value: 'back', label: 'The person is back' },
  { value: 'safe', label: 'The account is safe again' },
  { value: 'mistake', label: 'It was stopped by mistake' },
  { value: 'other', label: 'Something else' },
] as const

const reasonOf = <T extends readonly { value: string }[]>(reasons: T) =>
  z.enum(
    reasons.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]],
    'Choose why',
  )
const version = versionSchema

export const stopSchema = z.strictObject({ reason: reasonOf(stopReasons), version })
export const restartSchema = z.strictObject({ reason: reasonOf(restartReasons), version })

/** Whom the office looks for. Sent as a form, so that no name stands in an address. */
export const findUsersSchema = z.strictObject({
  words: z.string().trim().max(100, 'Use at most 100 characters').default(''),
})
