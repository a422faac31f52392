import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayCodes } from './effects.ts'
import type { Effect } from './restriction-text.ts'
import { judge, judgeOne, worst, type JudgedOpening } from './judge.ts'

const opening = (more: Partial<JudgedOpening> = {}): JudgedOpening => ({
  employerId: 'e1',
  title: 'Baker',
  summary: 'Bread',
  sector: 'manufacturing',
  hours: ['full_time'],
  times: null,
  outcodes: ['NR1'],
  isRemote: false,
  minAge: 18,
  exclusions: [],
  ...more,
})
const curfew = (more: Partial<Effect & { kind: 'curfew' }> = {}): Effect => ({
  kind: 'curfew',
  days: [...dayCodes],
  from: '19:00',
  to: '07:00',
  travelMinutes: 30,
  ...more,
})
const on = (day: (typeof dayCodes)[number], from: string, to: string) => [{ day, from, to }]

test('an opening that does not say its times is unknown to a curfew, never fitting', () => {
  for (const times of [null, []])
    for (const hours of [[], ['full_time'], ['shifts'], ['nights', 'full_time']])
      expect(judgeOne(curfew(), opening({ times, hours }))).toBe('unknown')
})

test('nothing but nights is blocked where every night is at home, and unknown where only some are', () => {
  expect(judgeOne(curfew(), opening({ hours: ['nights'] }))).toBe('blocked')
  expect(judgeOne(curfew({ days: ['sat'] }), opening({ hours: ['nights'] }))).toBe('unknown')
  expect(judgeOne(curfew({ from: '20:00', to: '23:00' }), opening({ hours: ['nights'] }))).toBe(
    'unknown',
  )
})

test('the way to work and home counts, to the minute', () => {
  const at = (from: string, to: string) =>
    judgeOne(curfew(), opening({ times: on('tue', from, to) }))
  expect(at('07:30', '18:30')).toBe('fits')
  expect(at('07:29', '18:30')).toBe('blocked')
  expect(at('07:30', '18:31')).toBe('blocked')
})

test('a curfew goes on into the next morning, from Sunday into Monday too', () => {
  const sunday = curfew({ days: ['sun'], travelMinutes: 0 })
  expect(judgeOne(sunday, opening({ times: on('mon', '06:00', '09:00') }))).toBe('blocked')
  expect(judgeOne(sunday, opening({ times: on('mon', '07:00', '09:00') }))).toBe('fits')
  expect(judgeOne(sunday, opening({ times: on('sun', '06:00', '09:00') }))).toBe('fits')
  const night = opening({ times: on('sat', '22:00', '06:00') })
  expect(judgeOne(curfew({ days: ['sat'], travelMinutes: 0 }), night)).toBe('blocked')
})

test('work from home is where a curfew wants people', () => {
  expect(judgeOne(curfew(), opening({ isRemote: true, hours: ['nights'] }))).toBe('fits')
})

test('an appointment in working time is a warning, and unknown without times', () => {
  const effect: Effect = { kind: 'appointment', days: ['wed'], from: '10:00', to: '11:00' }
  expect(judgeOne(effect, opening())).toBe('unknown')
  expect(judgeOne(effect, opening({ times: on('wed', '09:00', '17:00') }))).toBe('warn')
  expect(judgeOne(effect, opening({ times: on('wed', '11:00', '17:00') }))).toBe('fits')
  expect(judgeOne(effect, opening({ times: on('thu', '09:00', '17:00') }))).toBe('fits')
})

test('an area blocks when every site lies in it, warns when some do, and is unknown without sites', () => {
  const effect: Effect = { kind: 'area', outcodes: ['NR1', 'NR2'] }
  const at = (outcodes: string[], isRemote = false) =>
    judgeOne(effect, opening({ outcodes, isRemote }))
  expect(at(['NR1'])).toBe('blocked')
  expect(at(['NR1', 'NR30'])).toBe('warn')
  expect(at(['NR30'])).toBe('fits')
  expect(at([])).toBe('unknown')
  expect(at([], true)).toBe('fits')
})

test.each<[Effect, Partial<JudgedOpening>, string]>([
  [{ kind: 'premises', premises: 'licensed' }, { sector: 'hospitality_catering' }, 'ask'],
  [{ kind: 'premises', premises: 'licensed' }, { sector: 'office' }, 'unknown'],
  [{ kind: 'premises', premises: 'licensed' }, { sector: null }, 'unknown'],
  [{ kind: 'premises', premises: 'licensed' }, { isRemote: true }, 'fits'],
  [{ kind: 'no_under_18s' }, { exclusions: ['children'] }, 'blocked'],
  [{ kind: 'no_under_18s' }, { minAge: 16 }, 'ask'],
  [{ kind: 'no_under_18s' }, { sector: 'education_support' }, 'ask'],
  [{ kind: 'no_under_18s' }, {}, 'unknown'],
  [{ kind: 'no_driving' }, { sector: 'driving' }, 'blocked'],
  [{ kind: 'no_driving' }, { exclusions: ['driving'] }, 'blocked'],
  [{ kind: 'no_driving' }, { title: 'Delivery driver, bread round' }, 'ask'],
  [{ kind: 'no_driving' }, { title: 'Advanced baker' }, 'unknown'],
  [{ kind: 'no_internet' }, { isRemote: true }, 'blocked'],
  [{ kind: 'no_internet' }, { sector: 'it' }, 'ask'],
  [{ kind: 'no_internet' }, {}, 'unknown'],
  [{ kind: 'no_cash', pounds: 50 }, { exclusions: ['money'] }, 'blocked'],
  [{ kind: 'no_cash', pounds: 50 }, { sector: 'retail' }, 'ask'],
  [{ kind: 'no_cash', pounds: 50 }, {}, 'unknown'],
  [{ kind: 'no_contact', employerId: 'e1', outcode: null }, {}, 'blocked'],
  [{ kind: 'no_contact', employerId: 'e2', outcode: null }, {}, 'fits'],
  [{ kind: 'no_contact', employerId: 'e2', outcode: 'NR1' }, {}, 'blocked'],
  [{ kind: 'no_contact', employerId: null, outcode: 'NR1' }, { outcodes: [] }, 'unknown'],
])('%j beside %j is %s', (effect, more, verdict) => {
  expect(judgeOne(effect, opening(more))).toBe(verdict)
})

test('the worst of all decides, whatever the order, and nothing written down is unknown', () => {
  expect(judge([], opening())).toBe('unknown')
  const all = fc.shuffledSubarray(['blocked', 'ask', 'warn', 'unknown', 'fits'] as const, {
    minLength: 1,
  })
  fc.assert(
    fc.property(all, (found) => {
      const order = ['blocked', 'ask', 'warn', 'unknown', 'fits'] as const
      expect(worst(found)).toBe(order.find((one) => found.includes(one)))
    }),
  )
  expect(judge([{ kind: 'no_driving' }, curfew()], opening({ sector: 'driving' }))).toBe('blocked')
})

test('an opening that says nothing fits no restriction but one about another employer', () => {
  const silent = opening({ sector: null, hours: [], outcodes: [], summary: '', title: '' })
  const effects: Effect[] = [
    curfew(),
    { kind: 'appointment', days: ['mon'], from: '10:00', to: '11:00' },
    { kind: 'area', outcodes: ['NR1'] },
    { kind: 'premises', premises: 'shops' },
    { kind: 'no_under_18s' },
    { kind: 'no_driving' },
    { kind: 'no_internet' },
    { kind: 'no_cash', pounds: 1 },
    { kind: 'no_contact', employerId: null, outcode: 'NR1' },
  ]
  for (const effect of effects)
    expect([effect.kind, judgeOne(effect, silent)]).toEqual([effect.kind, 'unknown'])
})
