import { tz } from '@date-fns/tz'
import { format } from 'date-fns'

/** Where "now" comes from; tests set it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands at `at` until it is told otherwise. */
export function fixedClock(at: string | Date): Clock & { set(at: string | Date): void } {
  let now = new Date(at)
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next)
    },
  }
}

const london = tz('Europe/London')

/** The Europe/London day of a moment, as `yyyy-MM-dd`. */
export const londonDay = (at: Date) => format(at, 'yyyy-MM-dd', { in: london })

/** A day or moment as people here write it: "5 March 2026". */
export const longDate = (at: Date | string) => format(new Date(at), 'd MMMM yyyy', { in: london })
