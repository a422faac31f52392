import { expect, test } from 'vitest'
import { checksOf, type CheckFacts } from './checks.ts'

const facts: CheckFacts = {
  consent: { givenAt: null, expiresAt: null, isLive: false, isUsed: false },
  officer: { isNeeded: false, name: null, approvedOn: null },
  second: { isNeeded: false, givenAt: null },
  restrictions: null,
  giveaways: [],
  approvedNotNames: [],
  isHidden: false,
  wishes: { kinds: ['job'], hours: ['part_time'], reachMiles: 10 },
  opening: {
    kind: 'job',
    hours: ['part_time'],
    isRemote: false,
    minAge: 18,
    places: 2,
    placesTaken: 1,
    stance: 'open',
  },
  miles: 10,
  age: 18,
}
const resultOf = (name: string, more: Partial<CheckFacts> = {}) =>
  checksOf({ ...facts, ...more }).find((check) => check.name === name)?.result
const opening = (more: Partial<CheckFacts['opening']>) => ({
  opening: { ...facts.opening, ...more },
})

test('a yes counts only while it lasts', () => {
  const [givenAt, expiresAt] = [new Date('2026-03-01'), new Date('2026-03-15')]
  const name = 'The person’s yes'
  expect(resultOf(name)).toBe('not_met')
  expect(resultOf(name, { consent: { givenAt, expiresAt, isLive: true, isUsed: false } })).toBe(
    'met',
  )
  const old = { givenAt, expiresAt, isLive: false, isUsed: false }
  expect(resultOf(name, { consent: old })).toBe('not_met')
})

test('a person who hides from the employer is a check by itself, and else it is not spoken of', () => {
  const name = 'May be put forward to this employer'
  expect(resultOf(name)).toBeUndefined()
  expect(resultOf(name, { isHidden: true })).toBe('not_met')
})

test('a yes that was turned in time stays met once the words have been released', () => {
  const [givenAt, expiresAt] = [new Date('2026-03-01'), new Date('2026-03-15')]
  const consent = { givenAt, expiresAt, isLive: false, isUsed: true }
  const [check] = checksOf({ ...facts, consent })
  expect(check).toEqual({
    name: 'The person’s yes',
    result: 'met',
    because: 'Given on 1 March 2026.',
  })
})

test('the officer and the second approver are listed only where they are needed', () => {
  expect(checksOf(facts)).toHaveLength(8)
  expect(
    resultOf('Supervising officer’s approval', {
      officer: { isNeeded: true, name: null, approvedOn: null },
    }),
  ).toBe('not_met')
  expect(resultOf('Second approval', { second: { isNeeded: true, givenAt: new Date(0) } })).toBe(
    'met',
  )
})

test('reach includes its edge, and an unknown place is not a place within reach', () => {
  expect(resultOf('Within reach')).toBe('met')
  expect(resultOf('Within reach', { miles: 10.1 })).toBe('not_met')
  expect(resultOf('Within reach', { miles: null })).toBe('unknown')
  expect(resultOf('Within reach', { miles: null, ...opening({ isRemote: true }) })).toBe('met')
})

test('what nobody has said is unknown, and not a wish that is met', () => {
  const wishes = { kinds: [], hours: [], reachMiles: 10 }
  expect(resultOf('The kind they want', { wishes })).toBe('unknown')
  expect(resultOf('The hours they want', { wishes })).toBe('unknown')
  expect(resultOf('The hours they want', opening({ hours: [] }))).toBe('unknown')
  expect(resultOf('The hours they want', opening({ hours: ['nights'] }))).toBe('not_met')
  expect(resultOf('The kind they want', opening({ kind: 'training' }))).toBe('not_met')
})

test('age is judged on the day', () => {
  expect(resultOf('Old enough')).toBe('met')
  expect(resultOf('Old enough', { age: 17 })).toBe('not_met')
})

test('a place has to be left', () => {
  expect(resultOf('A place left')).toBe('met')
  expect(resultOf('A place left', opening({ placesTaken: 2 }))).toBe('not_met')
})

test('what an employer leaves out is never ticked off by us', () => {
  const name = 'What the employer leaves out'
  expect(resultOf(name)).toBe('met')
  for (const stance of ['exclusions', 'case_by_case', null])
    expect(resultOf(name, opening({ stance }))).toBe('not_checked')
})

test('restrictions: “not checked” is not “none”, and a volunteer reads only that there are some', () => {
  const setAt = new Date('2026-03-01')
  const check = (restrictions: CheckFacts['restrictions']) =>
    checksOf({ ...facts, restrictions }).find(({ name }) => name === 'Restrictions')
  expect(check(null)).toBeUndefined()
  expect(check({ status: 'not_checked', setAt: null, verdict: null })?.result).toBe('not_checked')
  expect(check({ status: 'none', setAt, verdict: null })).toEqual({
    name: 'Restrictions',
    result: 'met',
    because: 'None, said on 1 March 2026.',
  })
  const results = (['blocked', 'ask', 'warn', 'unknown', 'fits'] as const).map(
    (verdict) => check({ status: 'some', setAt, verdict })?.result,
  )
  expect(results).toEqual(['not_met', 'ask', 'warn', 'unknown', 'met'])
  const officer = { isNeeded: false, name: 'Pat Officer', approvedOn: '2026-03-02' }
  const asked = { status: 'some', setAt, verdict: 'ask' } as const
  expect(resultOf('Restrictions', { restrictions: asked, officer })).toBe('met')
  expect(check({ status: 'some', setAt, verdict: null })).toMatchObject({
    result: 'unknown',
    because: 'There are some. The office knows which.',
  })
})

test('words that give the person away are not met until they are gone, or no name at all', () => {
  const name = 'Nothing in the words gives the name away'
  const giveaways = [{ kind: 'name', text: 'Will' }] as const
  expect(resultOf(name)).toBe('met')
  expect(resultOf(name, { giveaways })).toBe('not_met')
  expect(resultOf(name, { giveaways, approvedNotNames: ['will'] })).toBe('met')
  const phone = [...giveaways, { kind: 'phone', text: '07700 900123' }] as const
  expect(resultOf(name, { giveaways: phone, approvedNotNames: ['will'] })).toBe('not_met')
})
