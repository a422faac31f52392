import { z } from 'zod'
import { penceFromText } from '#app/features/opportunities/money.ts'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { chosenId, needed, oneOf, optional, wholeNumber } from '#app/platform/typed-text-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import {
  ageDays,
  bounds,
  countedOver,
  datePrecisions,
  endReasons,
  metricKinds,
  metricUnits,
  programmeKinds,
  secondApprovers,
  sexRules,
  sourceKinds,
  yesOrNo,
} from './vocabulary.ts'

/** A new programme: the rest is asked on pages of their own. */
export const newProgrammeSchema = z.strictObject({
  name: needed('Enter the name', 100),
  kind: oneOf(programmeKinds, 'Say what kind of programme it is'),
  operatorId: chosenId('Choose who runs it').refine((id) => id !== null, 'Choose who runs it'),
})

/** What a programme is. */
export const aboutSchema = z
  .strictObject({
    name: needed('Enter the name', 100),
    description: optional(2000),
    operatorId: chosenId('Choose who runs it').refine((id) => id !== null, 'Choose who runs it'),
    ownerId: chosenId('Choose who owns it'),
    ...dayBoxes('startsOn'),
    datesKnownTo: oneOf(datePrecisions, 'Say how exactly the day is known'),
    publicSlug: optional(60)
      .refine(
        (typed) => typed === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed),
        'Use small letters, figures and single dashes, like way-to-work',
      )
      .refine((typed) => !/^p-/.test(typed), 'Begin with something else than “p-”')
      .transform((typed) => typed || null),
    employerWording: optional(300),
    version: versionSchema,
  })
  .superRefine(...dayCheck('startsOn', { ask: 'Enter its first day', isOptional: true }))

/** Who a programme is for. */
export const peopleSchema = z
  .strictObject({
    minAge: wholeNumber('Enter the youngest age', 10, 110),
    maxAge: wholeNumber('Enter the oldest age', 10, 110),
    ageMeasuredAt: oneOf(ageDays, 'Say on which day the age counts'),
    onlySex: oneOf(sexRules, 'Say whether it is for women or men only'),
    onlySexBasis: optional(500),
    needLink: optional(200),
    areasOnly: oneOf(yesOrNo, 'Say whether it is for people of its areas only'),
    supportMonths: wholeNumber('Enter after how many months the support is reviewed', 1, 60),
    secondApprover: oneOf(secondApprovers, 'Say for whom a second person approves'),
    takesSelfReferrals: oneOf(yesOrNo, 'Say whether people can come by themselves'),
    recordsRestrictions: oneOf(yesOrNo, 'Say whether restrictions are recorded'),
    version: versionSchema,
  })
  .superRefine(({ minAge, maxAge, onlySex, onlySexBasis }, context) => {
    if (minAge !== null && maxAge !== null && minAge > maxAge)
      context.addIssue({
        code: 'custom',
        path: ['maxAge'],
        message: 'The oldest age must not be under the youngest',
      })
    if (onlySex !== 'none' && onlySexBasis === '')
      context.addIssue({
        code: 'custom',
        path: ['onlySexBasis'],
        message: 'Enter the legal basis for leaving others out',
      })
  })

/** The law a programme keeps its records under. */
export const lawSchema = z.strictObject({
  lawfulBasis: needed('Enter the lawful basis', 500),
  schedule1Condition: optional(500),
  retentionMonths: wholeNumber('Enter how long records are kept, in months', 1, 240).refine(
    (months) => months !== null,
    'Enter how long records are kept, in months',
  ),
  version: versionSchema,
})

/** The end of a programme. */
export const closeProgrammeSchema = z
  .strictObject({
    ...dayBoxes('closedOn'),
    successorId: chosenId('Choose a programme from the list'),
    version: versionSchema,
  })
  .superRefine(...dayCheck('closedOn', { ask: 'Enter its last day' }))

export const reopenSchema = z.strictObject({ version: versionSchema })

const funding = {
  funder: needed('Enter who pays', 200),
  ...dayBoxes('startsOn'),
  ...dayBoxes('endsOn'),
  amount: optional(20)
    .refine(
      (typed) => typed === '' || penceOf(typed) !== null,
      'Enter the amount in pounds, like 95000',
    )
    .transform((typed) => (typed === '' ? null : penceOf(typed))),
  note: optional(500),
}
const fundingStart = dayCheck('startsOn', { ask: 'Enter its first day' })
const fundingEnd = dayCheck('endsOn', { ask: 'Enter its last day', isOptional: true })

/** Who pays, from when to when. */
export const newFundingSchema = z
  .strictObject(funding)
  .superRefine(...fundingStart)
  .superRefine(...fundingEnd)

export const fundingSchema = z
  .strictObject({ ...funding, version: versionSchema })
  .superRefine(...fundingStart)
  .superRefine(...fundingEnd)

/** Where a programme works. */
export const newAreaSchema = z
  .strictObject({ districtId: z.uuid('Choose a district'), ...dayBoxes('startsOn') })
  .superRefine(...dayCheck('startsOn', { ask: 'Enter the first day', isOptional: true }))

/** By whom people come. */
export const newSourceSchema = z
  .strictObject({
    kind: oneOf(sourceKinds, 'Choose where people come from'),
    label: needed('Enter what it is called', 100),
    organisationId: chosenId('Choose an organisation from the list'),
    ...dayBoxes('startsOn'),
  })
  .superRefine(...dayCheck('startsOn', { ask: 'Enter the first day', isOptional: true }))

/** The last day of an area or of a source. */
export const endSchema = z
  .strictObject({ ...dayBoxes('endsOn'), version: versionSchema })
  .superRefine(...dayCheck('endsOn', { ask: 'Enter the last day' }))

const target = wholeNumber('Enter the target', 1, 10_000_000)
const withTarget: [
  (form: { kind: string; target: number | null }, context: z.RefinementCtx) => void,
] = [
  ({ kind, target }, context) => {
    if (kind === 'target' && target === null)
      context.addIssue({ code: 'custom', path: ['target'], message: 'Enter the target' })
  },
]

const metric = {
  name: needed('Enter what is counted', 100),
  definition: needed('Say exactly what counts', 1000),
  kind: oneOf(metricKinds, 'Say what kind of number it is'),
  unit: oneOf(metricUnits, 'Say whether people or events are counted'),
  countedOver: oneOf(countedOver, 'Say over whom it is counted'),
  followUpMonths: wholeNumber('Enter the months it is followed up', 1, 120),
  target,
}

/** What is counted, with its definition. */
export const newMetricSchema = z.strictObject(metric).superRefine(...withTarget)

export const metricSchema = z
  .strictObject({ ...metric, version: versionSchema })
  .superRefine(...withTarget)

/** One number for one period. */
export const valueSchema = z
  .strictObject({
    ...dayBoxes('periodFrom'),
    ...dayBoxes('periodTo'),
    value: wholeNumber('Enter the number', 0, 10_000_000).refine(
      (value) => value !== null,
      'Enter the number',
    ),
    bound: oneOf(bounds, 'Say how exactly it is known'),
    source: needed('Say where the number comes from', 300),
  })
  .superRefine(...dayCheck('periodFrom', { ask: 'Enter the first day of the period' }))
  .superRefine(...dayCheck('periodTo', { ask: 'Enter the last day of the period' }))

export const takeBackSchema = z.strictObject({
  reason: needed('Say why it is taken back', 300),
  version: versionSchema,
})

/** What comes of a review: the support goes on until a day, or it ends. */
export const reviewSchema = z
  .strictObject({
    outcome: z.enum(['goes_on', 'ends'], 'Say whether the support goes on'),
    ...dayBoxes('nextReview'),
    reason: z.union([z.literal(''), oneOf(endReasons, 'Choose a reason')]).default(''),
    version: versionSchema,
  })
  .superRefine(
    ...dayCheck('nextReview', {
      ask: 'Enter the day of the next review',
      example: '31 3 2027',
      isOptional: true,
    }),
  )
  .superRefine((form, context) => {
    if (form.outcome === 'ends' && form.reason === '')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Choose why it ends' })
    if (form.outcome === 'goes_on' && form['nextReview-year'] === '')
      context.addIssue({
        code: 'custom',
        path: ['nextReview'],
        message: 'Enter the day of the next review, like 31 3 2027',
      })
  })

/** Programmes cost more than a wage. */
const penceOf = (typed: string) => penceFromText(typed, 999_999_999)
