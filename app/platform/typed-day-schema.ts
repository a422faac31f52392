import { z } from 'zod'
import { Invalid } from './errors.ts'
import { dayFrom, dayProblem, typedDay } from './typed-day.ts'

export interface DayQuestion {
  /** "Enter the first day" */
  ask: string
  /** How such a day is typed; a day that has passed unless given. */
  example?: string
  isOptional?: boolean
}

const box = z.string().trim().default('')

/** The three boxes of a day, as fields of a strict schema. */
export const dayBoxes = <N extends string>(name: N) =>
  ({ [`${name}-day`]: box, [`${name}-month`]: box, [`${name}-year`]: box }) as Record<
    `${N}-${'day' | 'month' | 'year'}`,
    typeof box
  >

/**
 * Judges the three boxes, for `superRefine`; its message is under the plain name. Whatever else is
 * wrong with the form, so that people read all of it at once.
 */
export const dayCheck = (
  name: string,
  { ask, example = '5 3 2026', isOptional = false }: DayQuestion,
) =>
  [
    (form: Record<string, unknown>, context: z.RefinementCtx) => {
      if (isOptional && Object.values(typedDay(form, name)).every((part) => part === '')) return
      const message = dayProblem(form, name, { ask, example })
      if (message !== null) context.addIssue({ code: 'custom', path: [name], message })
    },
    { when: () => true },
  ] as const

/** The day of boxes that have passed their check. */
export function checkedDay(form: Record<string, unknown>, name: string): string {
  const day = dayFrom(form, name)
  if (day === null) throw new Error(`${name} was not checked`)
  return day
}

/**
 * Two days of which the second must not come first; what is not known is no contradiction.
 * @throws Invalid under the name of the last day
 */
export function refuseBackwards(first: string | null, last: string | null, lastName: string) {
  if (first !== null && last !== null && last < first)
    throw new Invalid({ [lastName]: ['The last day must not be before the first'] })
}
