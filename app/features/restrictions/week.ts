import { dayCodes, type Day } from './effects.ts'

/** Minutes of a week that begins on Monday; the end may lie in the next week. */
export interface Stretch {
  from: number
  to: number
}

export interface Slot {
  day: Day
  /** `HH:MM` */
  from: string
  /** `HH:MM`; not later than `from` when it is that of the next day. */
  to: string
}

const DAY = 24 * 60
const WEEK = 7 * DAY

/** A slot as minutes of the week, made longer at both ends. */
export function stretchOf({ day, from, to }: Slot, around = 0): Stretch {
  const begins = dayCodes.indexOf(day) * DAY + minutes(from)
  const length = minutes(to) - minutes(from)
  return { from: begins - around, to: begins + (length > 0 ? length : length + DAY) + around }
}

/** Whether two stretches have a minute in common, in a week that comes round again. */
export const overlap = (a: Stretch, b: Stretch) =>
  [-WEEK, 0, WEEK].some((shift) => a.from + shift < b.to && b.from < a.to + shift)

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}
