import { expect, test } from 'vitest'
import { minimumWageWarning, type PayFacts } from './minimum-wage.ts'

const job: PayFacts = {
  kind: 'job',
  payMinPence: 1271,
  payPeriod: 'hour',
  minAge: 21,
  details: { hoursPerWeek: '37', contract: 'permanent' },
}
const on = (day: string, more: Partial<PayFacts> = {}) =>
  minimumWageWarning({ ...job, ...more }, day)
const today = '2026-11-25'

test('pay by the hour is held against the rate of the day, for the youngest age', () => {
  expect(on(today)).toBeNull()
  expect(on(today, { payMinPence: 1270 })).toBe(
    'The pay comes to £12.70 an hour. The minimum wage for somebody aged 21 or over is £12.71 since 1 April 2026.',
  )
  expect(on('2026-03-31', { payMinPence: 1221 })).toBeNull()
  expect(on(today, { payMinPence: 1085, minAge: 18 })).toBeNull()
  expect(on(today, { payMinPence: 1084, minAge: 20 })).toContain('aged 18 to 20')
  expect(on(today, { payMinPence: 800, minAge: 16 })).toBeNull()
  expect(on(today, { payMinPence: 799, minAge: 17 })).toContain('under 18')
})

test('pay for a longer time is divided by the hours, the most where they vary', () => {
  const yearly = { payPeriod: 'year', payMinPence: 1271 * 37 * 52 }
  expect(on(today, yearly)).toBeNull()
  expect(on(today, { ...yearly, payMinPence: yearly.payMinPence - 52 * 37 })).toContain('£12.70')
  const details = { contract: 'permanent', hoursPerWeek: '16 to 38 hours' }
  expect(on(today, { ...yearly, details })).toContain('an hour')
})

test('without hours it says that it cannot be checked', () => {
  for (const hoursPerWeek of ['', 'To be agreed', '8, 12 or 16', undefined])
    expect(
      on(today, { payPeriod: 'week', details: { contract: 'permanent', hoursPerWeek } }),
    ).toContain('cannot check')
  expect(on(today, { payPeriod: 'day' })).toContain('cannot check')
})

test('an apprentice has a rate of their own; where there is no wage, nothing is said', () => {
  const as = (contract: string) => ({ payMinPence: 700, details: { contract, hoursPerWeek: '30' } })
  expect(on(today, as('apprenticeship'))).toContain('an apprentice')
  expect(on(today, as('self_employed'))).toBeNull()
  expect(on(today, { payMinPence: null })).toBeNull()
  expect(on(today, { kind: 'training', payMinPence: 1 })).toBeNull()
})
