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

// Made once: making one takes longer than a hundred uses of it.
const timeZone = 'Europe/London'
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
const written = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' })

/** The Europe/London day of a moment, as `yyyy-MM-dd`. */
export const londonDay = (at: Date) => isoDay.format(at)

/** A day or moment as people here write it: "5 March 2026". */
export const longDate = (at: Date | string) => written.format(new Date(at))

/** A moment with its time of day: "5 March 2026 at 14:05". */
export const longDateAndTime = (at: Date) => `${longDate(at)} at ${timeOfDay.format(at)}`
