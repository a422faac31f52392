import { z } from 'zod'
import { outcode } from '#app/features/candidates/schema.ts'
import { hours, kinds, sectors } from '#app/features/opportunities/vocabulary.ts'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { atMost } from '#app/platform/typed-text-schema.ts'
import { timeFrom } from '#app/platform/typed-time.ts'
import { versionOrNoneSchema, versionSchema } from '#app/platform/version-schema.ts'
import type { WordsSection } from './sections.ts'
import { hourLimits, startWays, travelModes, weekdays } from './vocabulary.ts'

const values = <T extends readonly { value: string }[]>(list: T) =>
  list.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]

/** What was typed, kept but for how a browser writes the end of a line. */
const asTyped = (most: number, name: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll(/\r\n?/g, '\n'))
    .refine(...atMost(most, name))

const line = (most: number, name: string) =>
  z
    .string()
    .trim()
    .refine(...atMost(most, name))
    .default('')

const bodies = {
  strengths: asTyped(1000, 'What you are good at'),
  skills: asTyped(1000, 'Your skills'),
  experience: asTyped(1000, 'What you have done'),
  statement: asTyped(5000, 'Your own words'),
}

/** A page with one box for words. */
export const wordsSchema = (section: WordsSection) =>
  z.strictObject({
    body: bodies[section],
    version: section === 'statement' ? versionOrNoneSchema : versionSchema,
  })

const qualification = {
  name: z
    .string('Enter the name of the ticket or qualification')
    .trim()
    .min(1, 'Enter the name of the ticket or qualification')
    .refine(...atMost(200, 'The name')),
  awardingBody: line(200, 'Who gave it'),
  level: line(100, 'The level'),
  ...dayBoxes('gainedOn'),
}
const gainedOnCheck = dayCheck('gainedOn', {
  ask: 'Enter the day you got it',
  example: '27 3 2024',
  isOptional: true,
})

const place = line(200, 'Where you got it')
const changed = { id: z.uuid(), version: versionSchema }

/** A ticket or qualification. Where it was gained is asked of the person themselves alone. */
export const addQualificationSchema = {
  own: z.strictObject({ ...qualification, place }).superRefine(...gainedOnCheck),
  onBehalf: z.strictObject(qualification).superRefine(...gainedOnCheck),
}
export const changeQualificationSchema = {
  own: z.strictObject({ ...qualification, place, ...changed }).superRefine(...gainedOnCheck),
  onBehalf: z.strictObject({ ...qualification, ...changed }).superRefine(...gainedOnCheck),
}

/** One row of a list that is taken away. */
export const removeSchema = z.strictObject({ id: z.uuid() })

/** Fields of the wishes form that may be answered more than once. */
export const wishLists = ['kinds', 'sectors', 'hours']

/** What a person wants. */
export const wishesSchema = z.strictObject({
  kinds: z.array(z.enum(values(kinds))).min(1, 'Choose at least one'),
  sectors: z.array(z.enum(values(sectors))),
  hours: z.array(z.enum(values(hours))),
  outcode,
  reachMiles: z.coerce
    .number('Enter how far you can travel, in miles')
    .int('Enter whole miles')
    .min(1, 'Enter at least 1 mile')
    .max(100, 'Enter at most 100 miles'),
  version: versionSchema,
})

const typedTime = z.string().trim().max(20).default('')

/** The two boxes of one day of the week. */
const dayHours = Object.fromEntries(
  weekdays.flatMap(({ number }) => [
    [`from-${number}`, typedTime],
    [`until-${number}`, typedTime],
  ]),
)

export const availabilityLists = ['limits']

/** From when to when on each day of the week; an empty day is one on which they cannot work. */
export const availabilitySchema = z
  .strictObject({
    ...dayHours,
    limits: z.array(z.enum(values(hourLimits))),
    needsChildcare: z.enum(['yes', 'no', '']).default(''),
    version: versionOrNoneSchema,
  })
  .superRefine(
    (form, context) => {
      for (const { number, name } of weekdays) checkDay(form, { number, name }, context)
    },
    { when: () => true },
  )

function checkDay(
  form: Record<string, unknown>,
  { number, name }: { number: number; name: string },
  context: z.RefinementCtx,
) {
  const boxes = { from: `from-${number}`, until: `until-${number}` }
  const typed = (box: string) => (typeof form[box] === 'string' ? form[box].trim() : '')
  if (typed(boxes.from) === '' && typed(boxes.until) === '') return
  const wrong = (box: string, message: string) =>
    context.addIssue({ code: 'custom', path: [box], message })
  const from = timeFrom(typed(boxes.from))
  const until = timeFrom(typed(boxes.until))
  if (from === null) wrong(boxes.from, `Enter the time you can start on ${name}, like 9am`)
  if (until === null) wrong(boxes.until, `Enter the time you have to stop on ${name}, like 5pm`)
  if (from !== null && from === until) wrong(boxes.until, `Enter two different times for ${name}`)
}

export const travelLists = ['modes']

const optionalTime = (ask: string, example: string) =>
  typedTime.transform((typed, context) => {
    const time = typed === '' ? null : timeFrom(typed)
    if (typed !== '' && time === null)
      context.addIssue({ code: 'custom', message: `${ask}, like ${example}` })
    return time
  })

export const travelSchema = z.strictObject({
  modes: z.array(z.enum(values(travelModes))),
  maxMinutes: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
    z.coerce
      .number('Enter the longest journey in minutes')
      .int('Enter whole minutes')
      .min(1, 'Enter at least 1 minute')
      .max(300, 'Enter at most 300 minutes')
      .nullable()
      .default(null),
  ),
  earliestLeave: optionalTime('Enter the earliest time you can leave', '7am'),
  latestHome: optionalTime('Enter the latest time you have to be home', '6:30pm'),
  version: versionOrNoneSchema,
})

/** At any time, from a day on, or after a release whose day employers are never told. */
export const startSchema = z
  .strictObject({
    way: z.enum(values(startWays), 'Choose when you could start'),
    ...dayBoxes('earliestStart'),
    ...dayBoxes('expectedRelease'),
    version: versionSchema,
  })
  .superRefine(
    (form: Record<string, unknown>, context) => {
      const [check, options] =
        form.way === 'from_day'
          ? dayCheck('earliestStart', {
              ask: 'Enter the earliest day you could start',
              example: '31 3 2027',
            })
          : form.way === 'after_release'
            ? dayCheck('expectedRelease', {
                ask: 'Enter the day you expect to be released',
                example: '31 3 2027',
              })
            : [null, null]
      if (check && options.when()) check(form, context)
    },
    { when: () => true },
  )

/** To hide from an employer, or to be seen by it again, perhaps from the page of one of its openings. */
export const hideSchema = z.strictObject({ employerId: z.uuid('Choose an employer') })
export const showSchema = z.strictObject({
  employerId: z.uuid('Choose an employer'),
  openingId: z.uuid().optional(),
})

export const keepApartSchema = z.strictObject({
  who: z
    .string('Enter a name or a place')
    .trim()
    .min(1, 'Enter a name or a place')
    .refine(...atMost(200, 'The name or place')),
})

export const pauseSchema = z.strictObject({ version: versionSchema })
