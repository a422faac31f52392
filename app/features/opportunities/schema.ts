import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import type { Answers, FormAnswers } from './answers.ts'
import { readAnswers } from './answers.ts'
import { closingDayProblem, firstDayOf, firstDayProblem } from './days.ts'
import { allFields, fieldsOf } from './fields.ts'
import type { Field, SectionName } from './fields.ts'
import { penceFromText, pounds } from './money.ts'
import { closeReasons, dbsLevelsNeedingBasis, kinds, labelOf, stances } from './vocabulary.ts'
import type { Kind } from './vocabulary.ts'

/**
 * The form of one page: strict, every value a string or a list of strings. Dates come in three
 * parts, `name-day` and so on, and their errors are under the plain name. `today` is a London day;
 * `row` is what the other pages hold, which this one must agree with.
 */
export function sectionSchema(
  section: SectionName,
  kind: Kind,
  today: string,
  row: Pick<Whole, 'closesOn' | 'details'> = { closesOn: null, details: {} },
) {
  const fields = fieldsOf(section, kind)
  const shape: Record<string, z.ZodType> = {}
  for (const field of fields) {
    if (field.control === 'date') Object.assign(shape, dayBoxes(field.name))
    else shape[field.name] = valueOf(field)
  }
  let schema = z.strictObject(shape)
  for (const { name, label, control, missing } of fields)
    if (control === 'date') {
      const question = { ask: missing ?? label, example: AHEAD, isOptional: !missing }
      schema = schema.superRefine(...dayCheck(name, question))
    }
  return schema.superRefine((form, context) => {
    const answers = readAnswers(fields, form as FormAnswers)
    checkTogether(section, answers, { ...row, kind, today }, (name, message) =>
      context.addIssue({ code: 'custom', path: [name], message }),
    )
  })
}

/** How a day ahead is typed. */
const AHEAD = '31 3 2027'

/** Which of the five kinds: asked once, since every later page depends on it. */
export const newDraftSchema = z.strictObject({
  kind: z.enum(
    kinds.map(({ value }) => value),
    'Choose what you are offering',
  ),
})

export const deleteSchema = z.strictObject({ version: versionSchema })

export const closeSchema = z.strictObject({
  reason: z.enum(
    closeReasons.map(({ value }) => value),
    'Choose what happened',
  ),
})

export const reopenSchema = z
  .strictObject(dayBoxes('closesOn'))
  .superRefine(
    ...dayCheck('closesOn', { ask: 'Enter the new last day to show interest', example: AHEAD }),
  )

/**
 * The office lets an opening go live as it read it, or sends it back with a note on any of the
 * answers, each in a field `note-` and its name.
 */
export const reviewSchema = z.strictObject({
  decision: z.enum(['approve', 'return'], 'Choose what to do with this opening'),
  version: versionSchema,
  ...Object.fromEntries(
    kinds.flatMap(({ value }) =>
      allFields(value).map(({ name }) => [`note-${name}`, z.string().default('')]),
    ),
  ),
})

/** What the answers of one page are judged beside. */
interface Whole {
  kind: Kind
  today: string
  closesOn: string | null
  details: Record<string, unknown>
}

type Say = (name: string, message: string) => void

function valueOf(field: Field): z.ZodType {
  const { label, missing, options = [], most = 100, least = 0 } = field
  // Read in a summary too, where the question is not beside it.
  const ask = missing ?? `Enter “${label}”`
  const text = z.string(missing).trim()
  const required = missing === undefined ? text.optional().default('') : text.min(1, missing)
  switch (field.control) {
    case 'list':
      return z.preprocess(
        (value) => (typeof value === 'string' ? [value] : (value ?? [])),
        z.array(oneOf(options, missing)).min(1, missing),
      )
    case 'choice':
      return oneOf(options, missing)
    case 'number':
      return required.refine(
        (value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most,
        `${ask}, from ${least} to ${most.toLocaleString('en-GB')}`,
      )
    case 'money':
      return required
        .refine(
          (value) => value === '' || penceFromText(value) !== null,
          `${ask}, in pounds, like 12.71`,
        )
        .refine(
          (value) => (penceFromText(value) ?? least) >= least,
          `${ask}, at least ${pounds(least)}`,
        )
    case 'outcodes':
      return required.superRefine((value, context) => {
        const unknown = parts(value).filter((one) => normaliseOutcode(one) === null)
        if (unknown.length > 0)
          context.addIssue({
            code: 'custom',
            message: `We do not know ${unknown.map((one) => `“${one.trim()}”`).join(', ')}. Enter the first part of a postcode, like NR1`,
          })
        if (parts(value).length > 20)
          context.addIssue({ code: 'custom', message: 'Enter at most 20 sites' })
      })
    default:
      return required.refine(
        (value) => value.length <= most,
        `${label}: use at most ${most.toLocaleString('en-GB')} characters`,
      )
  }
}

const oneOf = (options: readonly { value: string }[], missing?: string) =>
  z.enum(options.map(({ value }) => value) as [string, ...string[]], missing)

const parts = (text: string) => text.split(/[,;\n]+/).filter((one) => one.trim() !== '')

/** Answers that only make sense beside each other. */
function checkTogether(section: SectionName, answers: Answers, whole: Whole, say: Say) {
  const { columns, details } = answers
  const { kind, today } = whole
  if (section === 'where' && columns.isRemote === false && isEmpty(columns.outcodes))
    say('outcodes', 'Enter the first part of the postcode')
  if (section === 'when' && typeof columns.closesOn === 'string') {
    const firstDay = firstDayOf(kind, whole.details)?.day ?? null
    const problem = closingDayProblem(columns.closesOn, { today, firstDay })
    if (problem) say('closesOn', problem)
  }
  if (section === 'who') {
    if (columns.stance === 'exclusions' && isEmpty(columns.exclusions))
      say('stance', 'Give a reason for at least one kind of conviction, or choose another answer')
    if (columns.stance !== 'exclusions' && !isEmpty(columns.exclusions))
      say(
        'stance',
        `You gave a reason for leaving out some convictions. Choose “${labelOf(stances, 'exclusions')}”, or empty the reason`,
      )
    if (dbsLevelsNeedingBasis.includes(String(columns.dbsLevel)) && !columns.dbsBasis)
      say('dbsBasis', 'Say why the law allows this check, or choose a basic check')
  }
  if (section === 'details') {
    const { payMinPence: least, payMaxPence: most } = columns
    if (typeof least === 'number' && typeof most === 'number' && most < least)
      say('payMaxPence', 'The most pay must not be less than the least')
    const first = firstDayOf(kind, details)
    const problem = first && firstDayProblem(first.day, whole)
    if (problem) say(first.name, problem)
    const { startsOn, endsOn } = details
    if (typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn)
      say('endsOn', 'The last day must not be before the first')
    if (details.isInsured === false)
      say('isInsured', 'You can only offer work experience that your insurance covers')
  }
}

const isEmpty = (list: unknown) => !Array.isArray(list) || list.length === 0
