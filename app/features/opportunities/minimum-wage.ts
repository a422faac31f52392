import { longDate } from '#app/platform/clock.ts'
import { pounds } from './money.ts'

/** Pence an hour from a London day on, by age; a year's rates are added when they are law. */
const rates = [
  { from: '2024-04-01', adult: 1144, from18: 860, under18: 640, apprentice: 640 },
  { from: '2025-04-01', adult: 1221, from18: 1000, under18: 755, apprentice: 755 },
  { from: '2026-04-01', adult: 1271, from18: 1085, under18: 800, apprentice: 800 },
] as const

export interface PayFacts {
  kind: string
  payMinPence: number | null
  payPeriod: string | null
  minAge: number
  details: Record<string, unknown>
}

/**
 * What is to be said of a job's lowest pay beside the minimum wage for the youngest who may have
 * it, on a London day: null when it is enough, or when there is no pay to look at. A warning only,
 * since the hours are the employer's own words and somebody else's rules may apply.
 */
export function minimumWageWarning(row: PayFacts, today: string): string | null {
  const { contract } = row.details
  if (row.kind !== 'job' || row.payMinPence === null || contract === 'self_employed') return null
  const rate = [...rates].reverse().find(({ from }) => from <= today)
  if (!rate) return null
  const { least, who } =
    contract === 'apprenticeship'
      ? { least: rate.apprentice, who: 'an apprentice' }
      : row.minAge >= 21
        ? { least: rate.adult, who: 'somebody aged 21 or over' }
        : row.minAge >= 18
          ? { least: rate.from18, who: 'somebody aged 18 to 20' }
          : { least: rate.under18, who: 'somebody under 18' }
  const hours = hoursPaidFor(row.payPeriod, row.details.hoursPerWeek)
  if (hours === null)
    return 'We cannot check the pay against the minimum wage: the hours are not given as a number.'
  const hourly = row.payMinPence / hours
  if (hourly >= least) return null
  return `The pay comes to ${pounds(Math.floor(hourly))} an hour. The minimum wage for ${who} is ${pounds(least)} since ${longDate(rate.from)}.`
}

/** How many hours one payment is for; of "16 to 37" the most. Null where that cannot be known. */
function hoursPaidFor(period: string | null, perWeek: unknown): number | null {
  if (period === 'hour') return 1
  const weeks = { week: 1, fortnight: 2, month: 52 / 12, year: 52 }[period ?? '']
  const given = typeof perWeek === 'string' ? (perWeek.match(/\d+(\.\d+)?/g) ?? []).map(Number) : []
  const most = Math.max(...given)
  if (weeks === undefined || given.length === 0 || given.length > 2) return null
  return most >= 1 && most <= 100 ? most * weeks : null
}
