import { expect, test } from 'vitest'
import { clockTime, effectOf, restrictionSchema } from './schema.ts'

const base = {
  id: '019a0000-0000-7000-8000-000000000000',
  days: [] as string[],
  source: 'licence',
  details: '',
  'reviewOn-day': '5',
  'reviewOn-month': '3',
  'reviewOn-year': '2027',
  version: '0',
}
const problems = (form: Record<string, unknown>) =>
  Object.fromEntries(
    restrictionSchema
      .safeParse({ ...base, ...form })
      .error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? [],
  )
const effect = (form: Record<string, unknown>) =>
  effectOf(restrictionSchema.parse({ ...base, ...form }))

test('times are taken as people write them, and nothing else is one', () => {
  expect(['9:30', '09.30', '00:00', '23:59'].map(clockTime)).toEqual([
    '09:30',
    '09:30',
    '00:00',
    '23:59',
  ])
  for (const text of ['', '24:00', '9', '9:3', '12:60', 'noon', '-1:00'])
    expect(clockTime(text)).toBeNull()
})

test('each kind asks for what it has to be judged by, all of it at once', () => {
  expect(Object.keys(problems({ kind: 'curfew' }))).toEqual(['days', 'from', 'to', 'travelMinutes'])
  expect(Object.keys(problems({ kind: 'appointment' }))).toEqual(['days', 'from', 'to'])
  expect(Object.keys(problems({ kind: 'area' }))).toEqual(['outcodes'])
  expect(problems({ kind: 'area', outcodes: 'NR1, XX99 NR2' }).outcodes).toBe('We do not know XX99')
  expect(Object.keys(problems({ kind: 'premises' }))).toEqual(['premises'])
  expect(Object.keys(problems({ kind: 'no_cash', pounds: '1.5' }))).toEqual(['pounds'])
  expect(Object.keys(problems({ kind: 'no_contact' }))).toEqual(['employerId'])
  for (const kind of ['no_driving', 'no_internet', 'no_under_18s'])
    expect(problems({ kind })).toEqual({})
})

test('a day to look again is always asked for, and where it comes from', () => {
  const found = problems({ kind: 'no_driving', source: undefined, 'reviewOn-day': '' })
  expect(Object.keys(found).sort()).toEqual(['reviewOn', 'source'])
})

test('what was typed becomes the effect, and fields of other kinds are left out', () => {
  expect(effect({ kind: 'area', outcodes: 'nr1 NR2, nr1', pounds: '5' })).toEqual({
    kind: 'area',
    outcodes: ['NR1', 'NR2'],
  })
  const curfew = { days: ['mon'], from: '7:00', to: '9.15', travelMinutes: '0' }
  expect(effect({ kind: 'curfew', ...curfew })).toEqual({
    kind: 'curfew',
    days: ['mon'],
    from: '07:00',
    to: '09:15',
    travelMinutes: 0,
  })
  expect(problems({ kind: 'appointment', days: ['mon'], from: '7:00', to: '07:00' })).toEqual({
    to: 'The two times must differ',
  })
})
