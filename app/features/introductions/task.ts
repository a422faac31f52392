import { addDays } from 'date-fns'
import { londonDay } from '#app/platform/clock.ts'
import type { State } from './events.ts'
import type { MissingKey } from './gate.ts'
import type { Tick } from './schema.ts'

/** What a mentor owes an introduction, and by which London day. */
export interface Task {
  label: string
  dueOn: string
  /** What is ticked off when it is done, since nothing here can tell. */
  tick?: Tick
}

/** The button that ticks it off. */
export const tickButtons: Record<Tick, string> = {
  agree_day: 'We have agreed a day',
  tell_not_this_time: 'I have told them',
  taken_back: 'I have seen it',
}

/** Half the life of a key: the reminder comes while there is still time to act on it. */
const DECIDE_WITHIN_DAYS = 7

/** Somebody waits to hear it from a person and not only from a page. */
const TELL_WITHIN_DAYS = 2

export interface TaskFacts {
  state: State
  missing: readonly MissingKey[]
  createdAt: Date
  consentGivenAt: Date | null
  approvalGivenAt: Date | null
  answerDueOn: string | null
  secondReleasedAt: Date | null
  startRecordedAt: Date | null
  startConfirmedAt: Date | null
  endedAt: Date | null
  personName: string
  employerName: string
  ticked: readonly Tick[]
  /** Not by a mentor, who would know. */
  isTakenBackByPerson: boolean
  /** Whether the reader may give the second approval of this introduction. */
  mayGiveSecond: boolean
}

/** The one thing a mentor has to do next; null while it is somebody else's turn. */
export function mentorTask(facts: TaskFacts, today: string): Task | null {
  const { state, missing } = facts
  const asked = facts.consentGivenAt ?? facts.createdAt
  if (state === 'proposed') {
    // The person decides first; until then nothing of it is late for anybody else.
    if (missing.includes('consent') || missing.includes('consent_expired')) return null
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
  if (state === 'meeting' && facts.secondReleasedAt)
    return untilTicked(facts, 'agree_day', {
      label: `Agree a day with ${facts.employerName}`,
      dueOn: daysAfter(facts.secondReleasedAt),
    })
  if (state === 'not_this_time' && facts.endedAt)
    return untilTicked(facts, 'tell_not_this_time', {
      label: `Tell ${facts.personName}: not this time`,
      dueOn: daysAfter(facts.endedAt, TELL_WITHIN_DAYS),
    })
  if (state === 'withdrawn' && facts.endedAt && facts.isTakenBackByPerson)
    return untilTicked(facts, 'taken_back', {
      label: `${facts.personName} took it back`,
      dueOn: daysAfter(facts.endedAt, TELL_WITHIN_DAYS),
    })
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

const untilTicked = ({ ticked }: TaskFacts, tick: Tick, task: Task): Task | null =>
  ticked.includes(tick) ? null : { ...task, tick }

const daysAfter = (at: Date, days = DECIDE_WITHIN_DAYS) => londonDay(addDays(at, days))
