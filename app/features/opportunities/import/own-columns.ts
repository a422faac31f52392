import { normaliseOutcode, townOf } from '#search/outcodes.ts'
import { contracts, hours, isOneOf, kinds, sectors } from '../vocabulary.ts'
import type { Kind } from '../vocabulary.ts'
import { parsePay } from './pay.ts'
import { mendRow } from './repair.ts'
import { LONGEST, type ImportRow, type Refusal } from './row.ts'

/** The columns that a file must have. */
export const NEEDED_COLUMNS = ['employer', 'kind', 'title', 'sector', 'outcode'] as const

/** The columns that it may have besides. */
export const OPTIONAL_COLUMNS = [
  'summary',
  'town',
  'remote',
  'hours',
  'places',
  'closing_date',
  'pay',
  'contract',
  'min_age',
] as const

export interface Defaults {
  /** A London day. */
  today: string
  closesOn: string
}

/** Reads one row of the documented columns (`docs/import.md`). The first fault is the reason. */
export function readOwnRow(
  line: number,
  fields: Record<string, string>,
  defaults: Defaults,
): ImportRow | Refusal {
  const { read, repairs } = mendRow(fields)
  try {
    const employer = text(read('employer'), 'employer', LONGEST.employer)
    const columns = readColumns(read, defaults)
    const { title, town, outcodes, closesOn, kind, payText } = columns
    const key = [employer, kind, title, town, outcodes.join(' '), closesOn, payText]
    return { line, key: key.join('|').toLowerCase(), employer, columns, repairs }
  } catch (error) {
    if (error instanceof Fault) return { line, reason: error.message }
    throw error
  }
}

class Fault extends Error {}

type Read = (name: string) => string

function readColumns(read: Read, defaults: Defaults): ImportRow['columns'] {
  const isRemote = yesOrNo(read('remote'))
  const outcodes = sites(read('outcode'))
  if (outcodes.length === 0 && !isRemote) throw new Fault('it has no outcode and is not remote')
  const payText = text(read('pay'), 'pay', LONGEST.pay, 'may be empty')
  const contract = oneOf(contracts, read('contract'), 'contract')
  return {
    kind: needed(oneOf(kinds, read('kind'), 'kind'), 'kind') as Kind,
    title: text(read('title'), 'title', LONGEST.title),
    summary: text(read('summary'), 'summary', LONGEST.summary, 'may be empty'),
    sector: needed(oneOf(sectors, read('sector'), 'sector'), 'sector'),
    hours: listed(read('hours')).map((one) => needed(oneOf(hours, one, 'hours'), 'hours')),
    isRemote,
    outcodes,
    town: text(read('town'), 'town', LONGEST.town, 'may be empty') || townOf(outcodes[0] ?? ''),
    places: wholeNumber(read('places') || '1', 'places', 1, 500),
    closesOn: closingDay(read('closing_date'), defaults),
    minAge: wholeNumber(read('min_age') || '16', 'min_age', 14, 99),
    stance: null,
    payText: payText || null,
    ...(parsePay(payText) ?? { payMinPence: null, payMaxPence: null, payPeriod: null }),
    details: contract === null ? {} : { contract },
  }
}

function text(value: string, column: string, longest: number, empty?: 'may be empty'): string {
  if (value === '' && empty === undefined) throw new Fault(`it has no ${column}`)
  if (value.length > longest) throw new Fault(`its ${column} is longer than ${longest} characters`)
  return value
}

/** A stored value ("full_time") or the words people read for it ("Full time"). */
function oneOf(
  choices: readonly { value: string; label: string }[],
  value: string,
  column: string,
): string | null {
  if (value === '') return null
  const wanted = value.toLowerCase().replaceAll('-', ' ')
  const found = choices.find((one) => one.label.toLowerCase() === wanted)
  if (found) return found.value
  const slug = wanted.replaceAll(' ', '_')
  if (isOneOf(choices, slug)) return slug
  throw new Fault(`its ${column} “${shortened(value)}” is not one we know`)
}

function needed(value: string | null, column: string): string {
  if (value === null) throw new Fault(`it has no ${column}`)
  return value
}

function sites(value: string): string[] {
  const found = listed(value).map((one) => {
    const outcode = normaliseOutcode(one)
    if (outcode === null) throw new Fault(`we do not know the outcode “${shortened(one)}”`)
    return outcode
  })
  if (found.length > 20) throw new Fault('it has more than 20 outcodes')
  return [...new Set(found)]
}

/** Several values stand in one cell with a semicolon or a comma between them. */
const listed = (value: string) =>
  value
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function yesOrNo(value: string): boolean {
  const answer = { yes: true, true: true, no: false, false: false, '': false }[value.toLowerCase()]
  if (answer === undefined) throw new Fault(`its remote “${shortened(value)}” is not yes or no`)
  return answer
}

function wholeNumber(value: string, column: string, least: number, most: number): number {
  if (!/^\d{1,4}$/.test(value) || Number(value) < least || Number(value) > most)
    throw new Fault(`its ${column} “${shortened(value)}” is not a number from ${least} to ${most}`)
  return Number(value)
}

function closingDay(value: string, { today, closesOn }: Defaults): string {
  if (value === '') return closesOn
  const day = dayFrom(value)
  if (day === null)
    throw new Fault(`its closing_date “${shortened(value)}” is not a date like 2027-03-05`)
  if (day < today) throw new Fault(`its closing_date ${day} is in the past`)
  return day
}

/** "2027-03-05" or "5/3/2027", when there is such a day; as `yyyy-MM-dd`. */
export function dayFrom(value: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value)
  const day = british
    ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`
    : value
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}

const shortened = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)
