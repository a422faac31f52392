import type { Choice } from '#app/features/opportunities/vocabulary.ts'

/** Monday is 1, as the database counts. */
export const weekdays = [
  { number: 1, name: 'Monday' },
  { number: 2, name: 'Tuesday' },
  { number: 3, name: 'Wednesday' },
  { number: 4, name: 'Thursday' },
  { number: 5, name: 'Friday' },
  { number: 6, name: 'Saturday' },
  { number: 7, name: 'Sunday' },
] as const

export const travelModes = [
  { value: 'walk', label: 'On foot' },
  { value: 'bicycle', label: 'Bicycle' },
  { value: 'bus', label: 'Bus' },
  { value: 'train', label: 'Train' },
  { value: 'car', label: 'I drive a car' },
  { value: 'lift', label: 'Somebody gives me a lift' },
] as const satisfies readonly Choice[]

/** Limits on hours, as a person ticks them and as an employer reads them. */
export const hourLimits = [
  { value: 'school_hours', label: 'Only during school hours' },
  { value: 'term_time', label: 'Only in term time' },
] as const satisfies readonly Choice[]

export const startWays = [
  { value: 'any_time', label: 'At any time' },
  { value: 'from_day', label: 'From a day on' },
  { value: 'after_release', label: 'After I am released' },
] as const satisfies readonly Choice[]
