import { londonDay } from '#app/platform/clock.ts'

/**
 * Completed years on a day, both `yyyy-MM-dd`: somebody born on 29 February is a year older on
 * 1 March. Days compare as text.
 */
export const ageOn = (born: string, day: string) =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

/** Completed years on the Europe/London day of `at`. */
export const yearsOld = (born: string, at: Date) => ageOn(born, londonDay(at))

export const isUnder18 = (born: string, at: Date) => yearsOld(born, at) < 18
