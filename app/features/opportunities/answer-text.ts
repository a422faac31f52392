import { longDate } from '#app/platform/clock.ts'
import { fieldsOf, isAsked } from './fields.ts'
import type { Field, SectionName } from './fields.ts'
import { pounds } from './money.ts'
import { labelOf, payPeriods } from './vocabulary.ts'
import type { Kind } from './vocabulary.ts'

/** What an answer is kept as; anything but a list prints as it is. */
type Stored = string | number | boolean | string[] | null | undefined

/** A stored answer as people read it; empty when there is none. */
export function answerText(field: Field, row: Record<string, unknown>): string {
  const details = (row.details ?? {}) as Record<string, unknown>
  if (field.control === 'exclusion') {
    const given = (row.exclusions ?? []) as { code: string; reason: string }[]
    return given.find(({ code }) => `exclusion-${code}` === field.name)?.reason ?? ''
  }
  const value = (field.isDetail ? details[field.name] : row[field.name]) as Stored
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value))
    return value.map((one) => labelOf(field.options ?? [], String(one))).join(', ')
  if (field.control === 'date') return longDate(String(value))
  if (field.control === 'money') return pounds(Number(value))
  return field.options ? labelOf(field.options, String(value)) : String(value)
}

/** The questions of a page that have an answer, or should have one. */
export const fieldsToRead = (section: SectionName, row: { kind: Kind } & Record<string, unknown>) =>
  fieldsOf(section, row.kind).filter(
    (field) => isAsked(field, row) && (field.missing || answerText(field, row) !== ''),
  )

/** Pay in one line: "£12.71 to £14 an hour"; the advert's own words where there are no figures. */
export function payText(row: {
  payMinPence: number | null
  payMaxPence: number | null
  payPeriod: string | null
  payText: string | null
}): string {
  if (row.payMinPence === null) return row.payText ?? ''
  const most = row.payMaxPence !== null && row.payMaxPence > row.payMinPence
  const range = most
    ? `${pounds(row.payMinPence)} to ${pounds(row.payMaxPence ?? 0)}`
    : pounds(row.payMinPence)
  return row.payPeriod ? `${range} ${labelOf(payPeriods, row.payPeriod)}` : range
}
