import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '#app/features/introductions/age.ts'
import { monthsLater, refusals, rulesToConfirm, type Rules } from './eligibility.ts'
import { standingOn } from './status.ts'

const anybody: Rules = {
  kind: 'support',
  startsOn: null,
  closedOn: null,
  funding: [],
  minAge: null,
  maxAge: null,
  ageMeasuredAt: 'start',
  onlySex: null,
  needLink: '',
  areasOnly: false,
  areas: [],
}
const somebody = {
  born: '2000-01-01',
  referredOn: null,
  startsOn: '2026-03-05',
  rulesConfirmed: false,
}
const fieldsOf = (rules: Partial<Rules>, who: Partial<typeof somebody> = {}) =>
  Object.keys(refusals({ ...anybody, ...rules }, { ...somebody, ...who }))

/** Any day of the years people are born in and referred in, 29 February among them. */
const someDay = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

describe('a programme that runs', () => {
  const paid = { funding: [{ startsOn: '2026-01-01', endsOn: '2026-03-31' }] }

  test.each([
    ['2025-12-31', 'unfunded'],
    ['2026-01-01', 'running'],
    ['2026-03-31', 'running'],
    ['2026-04-01', 'unfunded'],
  ])('is paid for on the first and the last day of its money: %s', (day, standing) => {
    expect(standingOn({ ...anybody, ...paid }, day)).toBe(standing)
  })

  test('runs where no money is recorded at all, and where the money has no end', () => {
    expect(standingOn(anybody, '2026-03-05')).toBe('running')
    const open = { ...anybody, funding: [{ startsOn: '2017-02-01', endsOn: null }] }
    expect(standingOn(open, '2026-03-05')).toBe('running')
  })

  test('is closed from the day after its last one, whatever the money says', () => {
    const closed = { ...anybody, ...paid, closedOn: '2026-02-10' }
    expect(standingOn(closed, '2026-02-10')).toBe('running')
    expect(standingOn(closed, '2026-02-11')).toBe('closed')
    expect(standingOn({ ...anybody, startsOn: '2026-02-10' }, '2026-02-09')).toBe('not_begun')
  })

  test('takes nobody while it does not run, and a board takes nobody ever', () => {
    expect(fieldsOf({})).toEqual([])
    expect(fieldsOf({ closedOn: '2026-03-04' })).toEqual(['programmeId'])
    expect(fieldsOf({ startsOn: '2026-03-06' })).toEqual(['programmeId'])
    expect(fieldsOf({ funding: [{ startsOn: '2020-01-01', endsOn: '2021-01-01' }] })).toEqual([
      'programmeId',
    ])
    expect(fieldsOf({ kind: 'board' })).toEqual(['programmeId'])
  })
})

describe('how old somebody is', () => {
  test.each([
    ['2008-03-05', '2026-03-04', 17],
    ['2008-03-05', '2026-03-05', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
  ])('born on %s is, on %s, %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })

  test('on a birthday a year more than the day before, and never less on a later day', () => {
    fc.assert(
      fc.property(
        someDay('1950-01-01', '2015-12-31'),
        someDay('2016-01-01', '2040-12-31'),
        someDay('2016-01-01', '2040-12-31'),
        (born, one, other) => {
          const [earlier = '', later = ''] = [one, other].sort()
          expect(ageOn(born, earlier)).toBeLessThanOrEqual(ageOn(born, later))
          const year = Number(one.slice(0, 4))
          // What is nobody's day in a common year comes as the first of March.
          const birthday = new Date(`${year}-${born.slice(5)}T00:00:00Z`)
          const before = new Date(birthday.getTime() - 24 * 3_600_000)
          const [on, eve] = [birthday, before].map((at) => at.toISOString().slice(0, 10))
          expect(ageOn(born, on ?? '')).toBe(year - Number(born.slice(0, 4)))
          expect(ageOn(born, eve ?? '')).toBe(year - Number(born.slice(0, 4)) - 1)
        },
      ),
    )
  })

  test('is asked on the day they start, or on the day they were referred', () => {
    const youth = { maxAge: 17 }
    const turned18 = { born: '2008-03-01', referredOn: '2026-02-20' as string | null }
    const who = turned18 as Partial<typeof somebody>
    expect(fieldsOf({ ...youth, ageMeasuredAt: 'referral' }, who)).toEqual([])
    expect(fieldsOf({ ...youth, ageMeasuredAt: 'start' }, who)).toEqual(['programmeId'])
    // Without a day of its own the referral is the start.
    const same = { born: '2008-03-01' }
    expect(fieldsOf({ ...youth, ageMeasuredAt: 'referral' }, same)).toEqual(['programmeId'])
  })

  test('lets nobody of 18 into a programme for people under 18, nor anybody under 18 into one for adults', () => {
    fc.assert(
      fc.property(
        someDay('2004-01-01', '2012-12-31'),
        someDay('2022-01-01', '2030-12-31'),
        (born, startsOn) => {
          const isAdult = ageOn(born, startsOn) >= 18
          const who = { born, startsOn }
          expect(fieldsOf({ maxAge: 17 }, who).length > 0).toBe(isAdult)
          expect(fieldsOf({ minAge: 18 }, who).length > 0).toBe(!isAdult)
        },
      ),
    )
  })
})

describe('rules that nothing is kept for', () => {
  const strict = {
    onlySex: 'women' as const,
    needLink: 'a link to drug misuse or supply',
    areasOnly: true,
    areas: ['Norwich', 'Broadland'],
  }

  test('are made sure of by whoever enrols', () => {
    expect(rulesToConfirm({ ...anybody, ...strict })).toEqual([
      'it is for women only',
      'it is for people with a link to drug misuse or supply',
      'it is for people who live in Norwich, Broadland',
    ])
    for (const rule of [{ onlySex: strict.onlySex }, { needLink: 'x' }, { areasOnly: true }]) {
      expect(fieldsOf(rule)).toEqual(['rulesConfirmed'])
      expect(fieldsOf(rule, { rulesConfirmed: true })).toEqual([])
    }
  })

  test('are not asked about where there are none', () => {
    expect(rulesToConfirm(anybody)).toEqual([])
  })
})

test.each([
  ['2026-01-15', 3, '2026-04-15'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-03-28', 1, '2026-04-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('from %s, %i months on is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})
