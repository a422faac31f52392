import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkedDay, dayBoxes, dayCheck } from './typed-day-schema.ts'
import { dayFrom, dayProblem, typedDay } from './typed-day.ts'

const boxes = (day: string, month: string, year: string) => ({
  'startedOn-day': day,
  'startedOn-month': month,
  'startedOn-year': year,
})
const words = { ask: 'Enter the day they started', example: '5 3 2026' }
const problem = (...typed: [string, string, string]) =>
  dayProblem(boxes(...typed), 'startedOn', words)

test('three boxes become one day, however it is typed', () => {
  expect(dayFrom(boxes('5', ' 3', '2026'), 'startedOn')).toBe('2026-03-05')
  expect(dayFrom(boxes('05', '03', '2026 '), 'startedOn')).toBe('2026-03-05')
  expect(dayFrom(boxes('29', '2', '2028'), 'startedOn')).toBe('2028-02-29')
  expect(problem('5', '3', '2026')).toBeNull()
})

test('a month may be typed by its name, or the first three letters of it', () => {
  expect(dayFrom(boxes('31', 'January', '2027'), 'startedOn')).toBe('2027-01-31')
  expect(dayFrom(boxes('5', 'sep', '2026'), 'startedOn')).toBe('2026-09-05')
  expect(dayFrom(boxes('5', 'Dec.', '2026'), 'startedOn')).toBe('2026-12-05')
  for (const month of ['janu', 'j', 'Januarys'])
    expect(dayFrom(boxes('5', month, '2026'), 'startedOn')).toBeNull()
})

test('a short year is asked for with all its figures', () => {
  expect(problem('31', '1', '27')).toBe(
    'Enter the day they started with four figures for the year, like 5 3 2026',
  )
})

test('empty boxes are asked for as they are typed', () => {
  expect(problem('', ' ', '')).toBe('Enter the day they started, like 5 3 2026')
  expect(dayProblem({}, 'startedOn', words)).toBe('Enter the day they started, like 5 3 2026')
})

test('a half-filled day says which boxes are missing', () => {
  expect(problem('5', '', '2026')).toBe('Enter the day they started with a month, like 5 3 2026')
  expect(problem('', '', '2026')).toBe(
    'Enter the day they started with a day and a month, like 5 3 2026',
  )
})

test.each([
  ['31', '2', '2026'],
  ['29', '2', '2027'],
  ['31', '4', '2026'],
  ['0', '3', '2026'],
  ['5', '13', '2026'],
  ['5', 'Marchember', '2026'],
  ['-5', '3', '2026'],
  ['5.0', '3', '2026'],
  ['٥', '3', '2026'],
  ['5', '3', '20260'],
  ['5'.repeat(500), '3', '2026'],
])('%s %s %s is no day', (...typed) => {
  expect(dayFrom(boxes(...typed), 'startedOn')).toBeNull()
  expect(problem(...typed)).toBe('Enter the day they started as a real date, like 5 3 2026')
})

test('what was typed is shown again, and nothing before', () => {
  expect(typedDay(boxes('31', 'x', ''), 'startedOn')).toEqual({ day: '31', month: 'x', year: '' })
  expect(typedDay(undefined, 'startedOn')).toEqual({ day: '', month: '', year: '' })
})

const schema = z
  .strictObject({ kind: z.enum(['a'], 'Choose one'), ...dayBoxes('startedOn') })
  .superRefine(...dayCheck('startedOn', { ask: 'Enter the day they started' }))

test('a wrong day is said together with whatever else is wrong', () => {
  const { error } = schema.safeParse(boxes('31', '2', '2026'))
  expect(error?.issues.map(({ path, message }) => `${path.join()}: ${message}`)).toEqual([
    'kind: Choose one',
    'startedOn: Enter the day they started as a real date, like 5 3 2026',
  ])
})

test('a checked form gives its day, and one that was not is a fault of ours', () => {
  const form = schema.parse({ kind: 'a', ...boxes('5', '3', '2026') })
  expect(checkedDay(form, 'startedOn')).toBe('2026-03-05')
  expect(() => checkedDay(boxes('31', '2', '2026'), 'startedOn')).toThrow('was not checked')
})

test('an optional day may be left empty, but not half filled', () => {
  const optional = z
    .strictObject(dayBoxes('startedOn'))
    .superRefine(...dayCheck('startedOn', { ask: 'Enter the first day', isOptional: true }))
  expect(optional.safeParse(boxes('', '', '')).success).toBe(true)
  expect(optional.safeParse(boxes('5', '', '')).error?.issues[0]?.message).toBe(
    'Enter the first day with a month and a year, like 5 3 2026',
  )
})
