import { expect, test } from 'vitest'
import {
  stageOf,
  withdrawalForCandidate,
  withdrawalForMentor,
  type LeavingFacts,
} from './withdrawal.ts'

const facts: LeavingFacts = {
  stage: 'unseen',
  employerName: 'Hill Bakery',
  isStartConfirmed: false,
}
const candidate = (more: Partial<LeavingFacts>) =>
  withdrawalForCandidate({ ...facts, ...more }).join(' ')
const mentor = (more: Partial<LeavingFacts>) =>
  withdrawalForMentor({ ...facts, personName: 'Casey', ...more }).join(' ')

test('how far it came stays known when it is over', () => {
  const at = new Date(0)
  const never = { firstReleasedAt: null, acceptedAt: null, startRecordedAt: null }
  expect(stageOf(never)).toBe('unseen')
  expect(stageOf({ ...never, firstReleasedAt: at })).toBe('read')
  expect(stageOf({ ...never, firstReleasedAt: at, acceptedAt: at })).toBe('accepted')
  expect(stageOf({ firstReleasedAt: at, acceptedAt: at, startRecordedAt: at })).toBe('started')
})

test('before anything was shared the employer is told nothing, and it costs nothing', () => {
  for (const told of [candidate({}), mentor({})]) expect(told).toContain('told nothing')
  expect(candidate({})).toContain('It costs you nothing')
})

test('once it was read, the employer reads only that it is closed', () => {
  for (const told of [candidate({ stage: 'read' }), mentor({ stage: 'read' })])
    expect(told).toContain('“This introduction is no longer open.”')
})

test('whoever has a place is told that it is lost, and that they are expected', () => {
  const told = candidate({ stage: 'accepted' })
  expect(told).toContain('You will lose this place')
  expect(told).toContain('Hill Bakery expects you')
  expect(told).not.toContain('costs you nothing')
  expect(mentor({ stage: 'accepted' })).toContain('Casey will lose this place')
})

test('after a start nothing is lost but what was shared, and the start stays as it was', () => {
  for (const told of [candidate, mentor]) {
    expect(told({ stage: 'started', isStartConfirmed: true })).toContain('goes on being counted')
    expect(told({ stage: 'started' })).toContain('will not be counted')
    expect(told({ stage: 'started' })).not.toMatch(/lose|costs you nothing/)
  }
  expect(mentor({ stage: 'started' })).toContain('confirm it first')
})
