import { z } from 'zod'

/** Words that must be given, of at most so many characters. */
export const needed = (ask: string, most: number) =>
  z
    .string(ask)
    .trim()
    .min(1, ask)
    .max(most, `Use at most ${most.toLocaleString('en-GB')} characters`)

/** Words that may be left out. */
export const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most.toLocaleString('en-GB')} characters`)
    .default('')

/** A whole number that may be left out: null then. */
export const wholeNumber = (ask: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null
      const number = /^[\d,]{1,12}$/.test(typed) ? Number(typed.replaceAll(',', '')) : NaN
      if (number >= least && number <= most) return number
      const range = `from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`
      context.addIssue({ code: 'custom', message: `${ask} as a whole number ${range}` })
      return z.NEVER
    })

/** The id of a row chosen from a list, or null for "none of them". */
export const chosenId = (ask: string) =>
  z.union([z.literal(''), z.uuid(ask)], ask).transform((id) => id || null)

/** One of the values of a list of choices. */
export const oneOf = <V extends string>(choices: readonly { value: V }[], ask: string) =>
  z.enum(choices.map(({ value }) => value) as [V, ...V[]], ask)

/** Counted in characters as people see them in most scripts, so that an emoji is not two. */
export const isAtMost = (most: number) => (text: string) => [...text].length <= most

/** How long a text may be, for `refine`. */
export const atMost = (most: number, name: string) =>
  [isAtMost(most), `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`] as const
