import type { payPeriods } from '../vocabulary.ts'

export interface Pay {
  payMinPence: number | null
  payMaxPence: number | null
  payPeriod: (typeof payPeriods)[number]['value'] | null
}

/**
 * The amounts in pay as adverts write it: "£18,000 - £22,000 per annum, OTE", "up to £45k a year",
 * "£12.71 an hour". Null when it names no amount in pounds or no period: then only the words are
 * kept. One amount alone is the least, after "up to" the most.
 */
export function parsePay(text: string): Pay | null {
  const payPeriod = PERIODS.find(([pattern]) => pattern.test(text))?.[1]
  const amounts = [...text.matchAll(AMOUNT)].map(penceOf)
  const [first, second, third] = amounts
  if (payPeriod === undefined || first === undefined || third !== undefined) return null
  if (amounts.some((pence) => pence <= 0 || pence > MOST_PENCE)) return null
  if (second === undefined)
    return UP_TO.test(text)
      ? { payMinPence: null, payMaxPence: first, payPeriod }
      : { payMinPence: first, payMaxPence: null, payPeriod }
  if (second < first) return null
  return { payMinPence: first, payMaxPence: second, payPeriod }
}

const AMOUNT = /£\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(k\b)?/gi
const UP_TO = /\bup to\b/i
/** What the column holds. */
const MOST_PENCE = 2_147_483_647
const PERIODS: [RegExp, NonNullable<Pay['payPeriod']>][] = [
  [/\b(per|an?|each)\s+hour|hourly|\bp\.?h\b|\/\s*h(ou)?r/i, 'hour'],
  [/\b(per|a|each)\s+day|daily|\bp\.?d\b/i, 'day'],
  [/\b(per|a|each)\s+fortnight|fortnightly/i, 'fortnight'],
  [/\b(per|a|each)\s+week|weekly|\bp\.?w\b/i, 'week'],
  [/\b(per|a|each)\s+month|monthly|\bp\.?c?\.?m\b/i, 'month'],
  [/\bper\s+annum|\b(per|a|each)\s+year|yearly|annual|\bp\.?a\b/i, 'year'],
]

function penceOf([, pounds = '', pence = '', thousands]: RegExpMatchArray): number {
  const whole = Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'))
  return thousands === undefined ? whole : whole * 1000
}
