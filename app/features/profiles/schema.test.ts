import { expect, test } from 'vitest'
import type { z } from 'zod'
import { availabilitySchema, startSchema, travelSchema, wordsSchema } from './schema.ts'

const problems = (schema: z.ZodType, form: object) =>
  schema
    .safeParse(form)
    .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []

const start = (way: string, boxes: object = {}) =>
  problems(startSchema, { way, ...boxes, version: 1 })

test('the day somebody could start is asked for only by the answer that needs it', () => {
  expect(start('any_time')).toEqual([])
  expect(start('from_day')).toEqual([
    'earliestStart: Enter the earliest day you could start, like 31 3 2027',
  ])
  const day = { 'earliestStart-day': '31', 'earliestStart-month': '2' }
  expect(start('from_day', { ...day, 'earliestStart-year': '2027' })).toEqual([
    'earliestStart: Enter the earliest day you could start as a real date, like 31 3 2027',
  ])
  expect(start('after_release', day)).toEqual([
    'expectedRelease: Enter the day you expect to be released, like 31 3 2027',
  ])
  expect(start('')).toEqual(['way: Choose when you could start'])
})

const hours = (boxes: object) =>
  problems(availabilitySchema, { ...boxes, limits: [], version: '0' })

test('a day of the week is empty or has two times, said as people say them', () => {
  expect(hours({})).toEqual([])
  expect(hours({ 'from-1': '9am', 'until-1': '17.30', 'from-6': '22:00', 'until-6': '6' })).toEqual(
    [],
  )
  expect(hours({ 'from-1': '9am' })).toEqual([
    'until-1: Enter the time you have to stop on Monday, like 5pm',
  ])
  expect(hours({ 'from-7': 'early', 'until-7': '5pm' })).toEqual([
    'from-7: Enter the time you can start on Sunday, like 9am',
  ])
  expect(hours({ 'from-2': '9', 'until-2': '9am' })).toEqual([
    'until-2: Enter two different times for Tuesday',
  ])
})

test('how far in minutes may be left empty, and the times are real ones', () => {
  const travel = (answers: object) =>
    problems(travelSchema, { modes: [], version: '0', ...answers })
  expect(travel({ maxMinutes: '', earliestLeave: '', latestHome: '' })).toEqual([])
  expect(travel({ maxMinutes: ' 45 ', latestHome: '6:30pm' })).toEqual([])
  expect(travel({ maxMinutes: 'long' })).toEqual([
    'maxMinutes: Enter the longest journey in minutes',
  ])
  expect(travel({ earliestLeave: 'dawn' })).toEqual([
    'earliestLeave: Enter the earliest time you can leave, like 7am',
  ])
})

test('words are kept as typed, but for the end of a line, and counted in characters', () => {
  const schema = wordsSchema('statement')
  const typed = "  Ŵy'n <b>dda</b> & مرحبا 🙂\r\n\r\n end "
  expect(schema.parse({ body: typed, version: '3' })).toEqual({
    body: "  Ŵy'n <b>dda</b> & مرحبا 🙂\n\n end ",
    version: 3,
  })
  expect(problems(schema, { body: '🙂'.repeat(5000), version: '0' })).toEqual([])
  expect(problems(schema, { body: 'x'.repeat(5001), version: '0' })).toEqual([
    'body: Your own words must be 5,000 characters or fewer',
  ])
})
