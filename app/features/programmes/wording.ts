import { longDate } from '#app/platform/clock.ts'

/** A day as exactly as it is known: "5 March 2026", "March 2026" or "2026". */
export function dateKnownTo(day: string, precision: string): string {
  const written = longDate(day)
  if (precision === 'year') return written.split(' ').slice(2).join(' ')
  return precision === 'month' ? written.split(' ').slice(1).join(' ') : written
}

/** From when to when: "March 2017 to March 2022", "since 2017". */
export function spanOf(startsOn: string | null, endsOn: string | null, precision = 'day'): string {
  const [from, to] = [startsOn, endsOn].map((day) => day && dateKnownTo(day, precision))
  if (from && to) return `${from} to ${to}`
  if (from) return `since ${from}`
  return to ? `until ${to}` : 'not stated'
}

/** A number with how exactly it is known: "over 214". */
export function boundedNumber(value: number, bound: string): string {
  const written = value.toLocaleString('en-GB')
  if (bound === 'at_least') return `over ${written}`
  return bound === 'about' ? `about ${written}` : written
}

/** Whom a programme is for, by age: "aged 18 or over". */
export function ageWords({ minAge, maxAge }: { minAge: number | null; maxAge: number | null }) {
  if (minAge !== null && maxAge !== null) return `aged ${minAge} to ${maxAge}`
  if (minAge !== null) return `aged ${minAge} or over`
  return maxAge === null ? null : `aged ${maxAge} or under`
}

interface Whom {
  kind: string
  minAge: number | null
  maxAge: number | null
  onlySex: string | null
  needLink: string
}

/** Whom a programme is for, in one line. */
export function whomFor({ kind, onlySex, needLink, ...ages }: Whom): string {
  if (kind === 'board') return 'Nobody is in it: it is a board'
  const whom = [onlySex ?? 'people', ageWords(ages)].filter(Boolean).join(' ')
  const words = needLink === '' ? whom : `${whom}, with ${needLink}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
