import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { versionOrNoneSchema } from '#app/platform/version-schema.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import { dayCodes, kindCodes, premisesCodes, sourceCodes } from './effects.ts'
import type { Effect } from './restriction-text.ts'

/** Fields of the form that may be answered more than once. */
export const restrictionLists = ['days']

/** A version of 0 names a status that was never set. */
export const statusSchema = z.strictObject({
  status: z.enum(['none', 'some', 'not_checked'], 'Say whether there are restrictions'),
  version: versionOrNoneSchema,
})

/** Ending one asks for nothing but names what was read. */
export const endSchema = z.strictObject({ version: versionOrNoneSchema })

/** The first step of adding one: what the second asks depends on it. */
export const kindSchema = z.strictObject({
  kind: z.enum(kindCodes, 'Choose what the restriction comes to'),
  id: z.uuid(),
})

const typed = z.string().trim().max(200, 'This must be 200 characters or fewer').default('')

/** One restriction as it is entered. Which of the fields are asked for depends on the kind. */
export const restrictionSchema = z
  .strictObject({
    ...kindSchema.shape,
    days: z.array(z.enum(dayCodes)),
    from: typed,
    to: typed,
    travelMinutes: typed,
    outcodes: typed,
    premises: z.union([z.literal(''), z.enum(premisesCodes)]).default(''),
    pounds: typed,
    employerId: z.union([z.literal(''), z.uuid()]).default(''),
    source: z.enum(sourceCodes, 'Choose where it comes from'),
    details: z.string().trim().max(2000, 'This must be 2,000 characters or fewer').default(''),
    ...dayBoxes('reviewOn'),
    version: versionOrNoneSchema.default(0),
  })
  .superRefine(
    (form, context) => {
      for (const [field, message] of problemsOf(form))
        context.addIssue({ code: 'custom', path: [field], message })
    },
    { when: () => true },
  )
  .superRefine(
    ...dayCheck('reviewOn', { ask: 'Enter the day to look at it again', example: '5 3 2027' }),
  )

export type RestrictionForm = z.infer<typeof restrictionSchema>

/** The effect a form that was checked tells of. */
export function effectOf(form: RestrictionForm): Effect {
  const { kind, days } = form
  const slot = { days, from: clockTime(form.from) ?? '', to: clockTime(form.to) ?? '' }
  switch (kind) {
    case 'curfew':
      return { kind, ...slot, travelMinutes: Number(form.travelMinutes) }
    case 'appointment':
      return { kind, ...slot }
    case 'area':
      return {
        kind,
        outcodes: [...new Set(parts(form.outcodes).map((one) => normaliseOutcode(one) ?? ''))],
      }
    case 'premises':
      return { kind, premises: form.premises as (typeof premisesCodes)[number] }
    case 'no_cash':
      return { kind, pounds: Number(form.pounds) }
    case 'no_contact':
      return {
        kind,
        employerId: form.employerId || null,
        outcode: normaliseOutcode(form.outcodes),
      }
    default:
      return { kind }
  }
}

/** "9:30" and "09:30" as "09:30"; null for what is no time. */
export function clockTime(text: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

type Typed = Partial<Record<'from' | 'to' | 'travelMinutes' | 'outcodes' | 'pounds', string>> & {
  kind?: string
  days?: string[]
  premises?: string
  employerId?: string
}

function problemsOf(form: Typed): [string, string][] {
  const { from = '', to = '', travelMinutes = '', outcodes = '', pounds = '' } = form
  const problems: [string, string][] = []
  const ask = (isWrong: boolean, field: string, message: string) => {
    if (isWrong) problems.push([field, message])
  }
  if (form.kind === 'curfew' || form.kind === 'appointment') {
    ask((form.days ?? []).length === 0, 'days', 'Choose at least one day')
    ask(clockTime(from) === null, 'from', 'Enter when it begins, like 19:00')
    ask(clockTime(to) === null, 'to', 'Enter when it ends, like 07:00')
    ask(from !== '' && clockTime(from) === clockTime(to), 'to', 'The two times must differ')
  }
  if (form.kind === 'curfew')
    ask(
      !/^\d{1,3}$/.test(travelMinutes) || Number(travelMinutes) > 240,
      'travelMinutes',
      'Enter how long the way to work takes, in minutes from 0 to 240',
    )
  if (form.kind === 'area') {
    const unknown = parts(outcodes).filter((one) => normaliseOutcode(one) === null)
    ask(
      parts(outcodes).length === 0,
      'outcodes',
      'Enter at least one first part of a postcode, like NR1',
    )
    ask(unknown.length > 0, 'outcodes', `We do not know ${unknown.join(', ')}`)
  }
  if (form.kind === 'premises') ask(!form.premises, 'premises', 'Choose a kind of place')
  if (form.kind === 'no_cash')
    ask(!/^\d{1,6}$/.test(pounds), 'pounds', 'Enter whole pounds, like 50, or 0 for no cash at all')
  if (form.kind === 'no_contact') {
    ask(!form.employerId && outcodes === '', 'employerId', 'Choose an employer or enter a place')
    ask(
      outcodes !== '' && normaliseOutcode(outcodes) === null,
      'outcodes',
      `We do not know ${outcodes}`,
    )
  }
  return problems
}

const parts = (text: string) => text.split(/[,;\s]+/).filter((one) => one !== '')
