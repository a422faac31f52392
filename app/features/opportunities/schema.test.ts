import { expect, test } from 'vitest'
import { reopenSchema, sectionSchema } from './schema.ts'

const told = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => `${path.join()}: ${message}`)
const day = (name: string, typed: string) => {
  const [date, month, year] = typed.split(' ')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('a page says all that is wrong with it at once, its days as they are typed', () => {
  const when = sectionSchema('when', 'job', '2026-11-25')
  expect(told(when.safeParse({ places: '0', ...day('closesOn', '31 2 2027') }))).toEqual([
    'hours: Choose at least one kind of hours',
    'places: Enter how many places there are, from 1 to 500',
    'closesOn: Enter the last day to show interest as a real date, like 31 3 2027',
  ])
})

test('two days on a page are told apart', () => {
  const details = sectionSchema('details', 'work_experience', '2026-11-25')
  const form = { supervisor: 'Foreman', isInsured: 'true', isPaid: 'false' }
  expect(told(details.safeParse({ ...form, ...day('startsOn', '5  2027') }))).toEqual([
    'startsOn: Enter the first day with a month, like 31 3 2027',
    'endsOn: Enter the last day, like 31 3 2027',
  ])
  const late = { ...day('startsOn', '5 3 2027'), ...day('endsOn', '4 3 2027') }
  expect(told(details.safeParse({ ...form, ...late }))).toEqual([
    'endsOn: The last day must not be before the first',
  ])
})

test('what is wrong names its question, and says what to do', () => {
  const wrong = (section: 'where' | 'details' | 'about', form: object) =>
    told(sectionSchema(section, 'job', '2026-11-25').safeParse(form))
  expect(wrong('where', { isRemote: 'false', outcodes: 'NR1, hello', town: '' })).toEqual([
    'outcodes: We do not know “hello”. Enter the first part of a postcode, like NR1',
  ])
  const job = { payPeriod: 'hour', hoursPerWeek: '16', contract: 'permanent' }
  expect(wrong('details', { ...job, payMinPence: 'lots', payMaxPence: 'more' })).toEqual([
    'payMinPence: Enter the pay, in pounds, like 12.71',
    'payMaxPence: Enter “Most pay, if it varies”, in pounds, like 12.71',
  ])
  const about = { title: 'x'.repeat(101), summary: 'Work', sector: 'it' }
  expect(wrong('about', about)).toEqual(['title: Title: use at most 100 characters'])
})

test('an opening is opened again until a real day', () => {
  expect(told(reopenSchema.safeParse(day('closesOn', '31 4 2027')))).toEqual([
    'closesOn: Enter the new last day to show interest as a real date, like 31 3 2027',
  ])
})
