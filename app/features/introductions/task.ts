import { addDays } from 'date-fns'
import { londonDay } from '#app/platform/clock.ts'
import type { State } from './events.ts'
import type { MissingKey } from './gate.ts'

/** What a mentor owes an introduction, and by which London day. */
export interface Task {
  label: string
  dueOn: string
}

/** Half the life of a key: the reminder comes while there is still time to act on it. */
const DECIDE_WITHIN_DAYS = 7

export interface TaskFacts {
  state: State
  missing: readonly MissingKey[]
  createdAt: Date
  consentGivenAt: Date | null
  approvalGivenAt: Date | null
  answerDueOn: string | null
  startRecordedAt: Date | null
  startConfirmedAt: Date | null
  /** Whether the reader may give the second approval of this introduction. */
  mayGiveSecond: boolean
}

/** The one thing a mentor has to do next; null while it is somebody else's turn. */
export function mentorTask(facts: TaskFacts, today: string): Task | null {
  const { state, missing } = facts
  const asked = facts.consentGivenAt ?? facts.createdAt
  if (state === 'proposed') {
    if (missing.includes('officer'))
      return { label: 'Record the supervising officer’s approval', dueOn: daysAfter(asked) }
    if (missing.includes('approval') || missing.includes('approval_expired'))
      return { label: 'Approve or refuse', dueOn: daysAfter(asked) }
    if (missing.includes('same_words'))
      return { label: 'Read and approve the newer words', dueOn: daysAfter(asked) }
    if (facts.mayGiveSecond) return secondApprovalTask(facts)
  }
  if (state === 'introduced' && facts.answerDueOn !== null && facts.answerDueOn < today)
    return { label: 'Ask the employer for their answer', dueOn: facts.answerDueOn }
  if (state === 'started' && facts.startRecordedAt && !facts.startConfirmedAt)
    return { label: 'Confirm the start', dueOn: daysAfter(facts.startRecordedAt) }
  return null
}

/** What a safeguarding lead owes an introduction; null until the first approval stands. */
export function secondApprovalTask({ state, missing, approvalGivenAt }: SecondFacts): Task | null {
  const isNext = missing.every((key) => key === 'second' || key.startsWith('consent'))
  return state === 'proposed' && missing.includes('second') && isNext && approvalGivenAt
    ? { label: 'Give the second approval', dueOn: daysAfter(approvalGivenAt) }
    : null
}

type SecondFacts = Pick<TaskFacts, 'state' | 'missing' | 'approvalGivenAt'>

const daysAfter = (at: Date) => londonDay(addDays(at, DECIDE_WITHIN_DAYS))
