import { dayFrom } from '#app/platform/typed-day.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import { isAsked } from './fields.ts'
import type { Field } from './fields.ts'
import { penceFromText, pounds } from './money.ts'

/** What a form sends: strings, or several under one name. */
export type FormAnswers = Record<string, string | string[] | undefined>

/** The same as the database keeps it: columns of their own, and the keys of `details`. */
export interface Answers {
  columns: Record<string, unknown>
  details: Record<string, unknown>
}

/** Reads a form that has passed its schema; empty answers become null, or an empty text or list. */
export function readAnswers(fields: readonly Field[], form: FormAnswers): Answers {
  const columns: Record<string, unknown> = {}
  const details: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.control === 'exclusion') continue
    // The reason for a check that is not asked for any more goes with it.
    const value = isAsked(field, form) ? readOne(field, form) : null
    ;(field.isDetail ? details : columns)[field.name] = value
  }
  if (fields.some((field) => field.control === 'exclusion')) {
    const given = fields.flatMap(({ control, name }) => {
      const reason = control === 'exclusion' ? text(form[name]) : ''
      return reason ? [{ code: name.slice('exclusion-'.length), reason }] : []
    })
    columns.exclusions = given
  }
  return { columns, details }
}

/** The stored answers as the form would send them: to fill it in, and to check it as a whole. */
export function formAnswers(fields: readonly Field[], row: Record<string, unknown>): FormAnswers {
  const details = (row.details ?? {}) as Record<string, unknown>
  const form: FormAnswers = {}
  for (const field of fields) {
    const value = field.isDetail ? details[field.name] : row[field.name]
    if (field.control === 'date') {
      const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
      form[`${field.name}-day`] = day && String(Number(day))
      form[`${field.name}-month`] = month && String(Number(month))
      form[`${field.name}-year`] = year
    } else form[field.name] = writeOne(field, value, row)
  }
  return form
}

const text = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value.trim() : ''

function readOne(field: Field, form: FormAnswers): unknown {
  const value = form[field.name]
  switch (field.control) {
    case 'date':
      return dayFrom(form, field.name)
    case 'list':
      return Array.isArray(value) ? value : value ? [value] : []
    case 'number':
      return text(value) === '' ? null : Number(text(value))
    case 'money':
      return penceFromText(text(value))
    case 'outcodes':
      return [
        ...new Set(
          text(value)
            .split(/[,;\n]+/)
            .flatMap((one) => normaliseOutcode(one) ?? []),
        ),
      ]
    case 'choice':
      if (value === 'true' || value === 'false') return value === 'true'
      return text(value) || null
    default:
      return text(value) || (field.missing ? '' : null)
  }
}

function writeOne(field: Field, value: unknown, row: Record<string, unknown>) {
  switch (field.control) {
    case 'list':
      return Array.isArray(value) ? value.map(String) : []
    case 'outcodes':
      return Array.isArray(value) ? value.join(', ') : ''
    case 'money':
      return typeof value === 'number' ? pounds(value).slice(1) : ''
    case 'exclusion': {
      const given = (row.exclusions ?? []) as { code: string; reason: string }[]
      return given.find(({ code }) => `exclusion-${code}` === field.name)?.reason ?? ''
    }
    default:
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : ''
  }
}
