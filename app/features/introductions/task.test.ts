import { expect, test } from 'vitest'
import { mentorTask, type TaskFacts } from './task.ts'
import { waitingFor } from './wording.ts'

const facts: TaskFacts = {
  state: 'proposed',
  missing: [],
  createdAt: new Date('2026-03-01T12:00:00Z'),
  consentGivenAt: null,
  approvalGivenAt: null,
  answerDueOn: null,
  secondReleasedAt: null,
  startRecordedAt: null,
  startConfirmedAt: null,
  endedAt: null,
  personName: 'Casey',
  employerName: 'Hill Bakery',
  ticked: [],
  isTakenBackByPerson: false,
  mayGiveSecond: false,
}
const task = (more: Partial<TaskFacts>) => mentorTask({ ...facts, ...more }, '2026-03-20')

test('until the person has said yes nothing is the mentor’s to do, however long it takes', () => {
  expect(task({ missing: ['consent', 'officer', 'approval'] })).toBeNull()
  expect(task({ missing: ['consent_expired', 'approval'] })).toBeNull()
  const consentGivenAt = new Date('2026-03-10T12:00:00Z')
  expect(task({ consentGivenAt, missing: ['officer', 'approval'] })).toEqual({
    label: 'Record the supervising officer’s approval',
    dueOn: '2026-03-17',
  })
  expect(task({ consentGivenAt, missing: ['approval'] })?.label).toBe('Approve or refuse')
})

test('what only the mentor can do is theirs until they tick it off', () => {
  const at = new Date('2026-03-10T12:00:00Z')
  for (const [more, tick, label] of [
    [{ state: 'meeting', secondReleasedAt: at }, 'agree_day', 'Agree a day with Hill Bakery'],
    [{ state: 'not_this_time', endedAt: at }, 'tell_not_this_time', 'Tell Casey: not this time'],
    [
      { state: 'withdrawn', endedAt: at, isTakenBackByPerson: true },
      'taken_back',
      'Casey took it back',
    ],
  ] as const) {
    expect(task(more)).toMatchObject({ label, tick })
    expect(task({ ...more, ticked: [tick] })).toBeNull()
  }
  expect(task({ state: 'withdrawn', endedAt: at })).toBeNull()
})

test('what is waited for is said in plain words, by whose turn it is', () => {
  expect(waitingFor(['consent', 'approval'], 'Casey')).toBe(
    'Waiting for: Casey’s yes, your approval',
  )
})
