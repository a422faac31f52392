import { statusFor } from './status.ts'

/** How far an introduction had come when it is, or was, taken back: that decides what it costs. */
export type Stage = 'unseen' | 'read' | 'accepted' | 'started'

/** The dates of an introduction's row that say how far it came; an end does not take them away. */
export interface StageFacts {
  firstReleasedAt: Date | null
  acceptedAt: Date | null
  startRecordedAt: Date | null
}

export function stageOf({ firstReleasedAt, acceptedAt, startRecordedAt }: StageFacts): Stage {
  if (startRecordedAt) return 'started'
  if (acceptedAt) return 'accepted'
  return firstReleasedAt ? 'read' : 'unseen'
}

/** What an employer reads of somebody who had a place with it and has taken everything back. */
export const LEFT = 'The person has left this introduction'

export interface LeavingFacts {
  stage: Stage
  employerName: string
  isStartConfirmed: boolean
}

/** What taking it back does, as the candidate is told before. */
export function withdrawalForCandidate(facts: LeavingFacts): string[] {
  const { stage, employerName } = facts
  const reason = 'Your mentor will see that you took it back. You need no reason.'
  if (stage === 'unseen' || stage === 'read')
    return [
      toldEmployer(stage),
      reason,
      'It costs you nothing, and other openings stay open to you.',
    ]
  if (stage === 'accepted')
    return [
      'You will lose this place. Somebody else can have it at once.',
      `${employerName} expects you. ${toldEmployer(stage)}`,
      reason,
      'Other openings stay open to you.',
    ]
  return [
    `This does not end your place with ${employerName}. If you want to leave it, tell them or your mentor.`,
    toldEmployer(stage),
    `${startStays(facts)} You cannot undo this.`,
    reason,
  ]
}

/** The same for the mentor who takes it back. */
export function withdrawalForMentor(facts: LeavingFacts & { personName: string }): string[] {
  const { stage, employerName, personName } = facts
  const tell = `${personName} reads: “${statusFor('withdrawn', 'candidate')}.” Tell them why yourself.`
  if (stage === 'unseen' || stage === 'read') return [toldEmployer(stage), tell]
  if (stage === 'accepted')
    return [
      `${personName} will lose this place. Somebody else can have it at once.`,
      `${employerName} expects them. ${toldEmployer(stage)} Ring the employer yourself.`,
      tell,
    ]
  return [
    `This does not end ${personName}’s place with ${employerName}.`,
    toldEmployer(stage),
    facts.isStartConfirmed
      ? startStays(facts)
      : `${startStays(facts)} If they did start, confirm it first.`,
    tell,
  ]
}

/** Where it ended, as the candidate reads it afterwards. */
export function afterwardsForCandidate(stage: Stage): string {
  if (stage === 'unseen') return 'It is over. The employer never saw anything about you.'
  const hidden =
    'The employer can no longer see anything about you. What they had already read stays in your list of who saw what.'
  if (stage === 'read') return `It is over. ${hidden}`
  return stage === 'accepted'
    ? `It is over, and the place is free for somebody else. ${hidden} They are asked to ring your mentor.`
    : `You took the introduction back. That you started stays on record. ${hidden}`
}

/** What is left to do for an employer when somebody who had a place has taken it back. */
export function afterwardsForEmployer(stage: 'accepted' | 'started'): string {
  const ring = 'Their words and name are hidden from you. We do not ask why. Ring the mentor'
  return stage === 'accepted'
    ? `${LEFT}: do not expect them to start. The place is free again. ${ring} if you have a question.`
    : `${LEFT}, after they had started. That does not by itself end their place with you. ${ring} before you do anything.`
}

function toldEmployer(stage: Stage): string {
  if (stage === 'unseen')
    return 'The employer will be told nothing. They have never seen that this introduction exists.'
  const hidden = 'The words and the name are hidden from them at once. They are not told why.'
  return stage === 'read'
    ? `The employer will read only: “${statusFor('withdrawn', 'employer')}.” ${hidden}`
    : `The employer will read: “${LEFT}.” ${hidden} They are asked to ring the mentor.`
}

const startStays = ({ isStartConfirmed }: LeavingFacts) =>
  isStartConfirmed
    ? 'The start stays on record and goes on being counted.'
    : 'The start is not confirmed yet, and will not be counted.'
