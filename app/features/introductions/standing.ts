import { londonDay } from '#app/platform/clock.ts'
import type { State } from './events.ts'
import { missingKeys, type Keys, type MissingKey } from './gate.ts'
import { lapsesOn, type LapseFacts } from './lapse.ts'
import { stageOf, type Stage, type StageFacts } from './withdrawal.ts'

/** What the words on a page are chosen by. */
export interface Standing {
  state: State
  missing: readonly MissingKey[]
  /** The last London day on which the candidate's yes counts; null while none does. */
  yesLastsUntil: string | null
  /** The last London day to turn a key on, if nobody turns one before. */
  lapsesOn: string
  wasReleased: boolean
  /** How far it has come, even where it is over. */
  stage: Stage
  /** The London day by which the employer answers, while an answer is waited for. */
  answerDueOn: string | null
  isAnswerLate: boolean
  /** Every place of the opening is taken, so that no offer can be made or accepted just now. */
  isFull: boolean
  isStartConfirmed: boolean
  endedReason: string | null
}

/** What of an introduction's row its standing is read from. */
export interface StandingFacts extends Keys, LapseFacts, StageFacts {
  state: string
  answerDueOn: string | null
  /** Of the opening. */
  isFull: boolean
  startConfirmedAt: Date | null
  endedReason: string | null
}

export function standingOf(row: StandingFacts, now: Date): Standing {
  const state = row.state as State
  const missing = missingKeys(row, now)
  const hasYes = !missing.includes('consent') && !missing.includes('consent_expired')
  const answerDueOn = state === 'introduced' ? row.answerDueOn : null
  return {
    state,
    missing,
    yesLastsUntil: hasYes && row.consentExpiresAt ? londonDay(row.consentExpiresAt) : null,
    lapsesOn: lapsesOn(row),
    wasReleased: row.firstReleasedAt !== null,
    stage: stageOf(row),
    answerDueOn,
    isAnswerLate: answerDueOn !== null && answerDueOn < londonDay(now),
    isFull: row.isFull && waitsForPlace.includes(state),
    isStartConfirmed: row.startConfirmedAt !== null,
    endedReason: row.endedReason,
  }
}

/** Whether nothing happens until the person themselves has decided. */
export const isCandidatesTurn = ({ state, missing, isFull }: Standing): boolean =>
  (state === 'offered' && !isFull) ||
  (state === 'proposed' && (missing.includes('consent') || missing.includes('consent_expired')))

/** Where no place has been taken yet, and one is hoped for. */
export const waitsForPlace: readonly (State | 'closed')[] = [
  'proposed',
  'introduced',
  'meeting',
  'offered',
]
