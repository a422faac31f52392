import { longDate } from '#app/platform/clock.ts'
import type { State } from './events.ts'
import type { MissingKey } from './gate.ts'
import { isCandidatesTurn, type Standing } from './standing.ts'
import { notThisTimeReasons, statusFor } from './status.ts'
import { afterwardsForCandidate, afterwardsForEmployer } from './withdrawal.ts'

/** The tag of an introduction on the candidate's pages: whose turn it is comes before the state. */
export const statusForCandidate = (standing: Standing): string =>
  isCandidatesTurn(standing) && standing.state === 'proposed'
    ? 'Your turn'
    : statusFor(standing.state, 'candidate')

/** What happens next, as the candidate reads it. */
export const nextForCandidate = (standing: Standing): string =>
  standing.isFull
    ? `${stepForCandidate(standing)} Every place of this opening is taken just now, so nobody can say yes to an offer unless one comes free. Your mentor can look at other openings with you.`
    : stepForCandidate(standing)

function stepForCandidate(standing: Standing): string {
  const { state, missing } = standing
  switch (state) {
    case 'proposed':
      if (missing.includes('consent'))
        return `You decide first. Read the words the employer would see, then say yes or no. You have until ${longDate(standing.lapsesOn)}, and saying no costs you nothing.`
      if (missing.includes('consent_expired'))
        return `Your yes has run out and nothing was shared. You can say yes again until ${longDate(standing.lapsesOn)}.`
      return `You said yes. Your mentor reads it next. Until then the employer sees nothing.${yesLasts(standing)}`
    case 'introduced':
      return `The employer is reading your words, without your name. ${answerForCandidate(standing)}`
    case 'meeting':
      return 'The employer now knows your name. Your mentor will agree a day with them and tell you.'
    case 'offered':
      return 'The employer has made you an offer. Talk to your mentor if you like, then say yes or no.'
    case 'accepted':
      return 'A place is yours. Your mentor agrees the first day with the employer and tells you. Once you have started, the employer records it here.'
    case 'started':
      return standing.isStartConfirmed
        ? 'Your mentor has confirmed your start. Well done.'
        : 'The employer says you have started. Your mentor confirms it next.'
    case 'refused':
      return 'Nothing was shared. Your mentor will talk with you about why, and about what else is there.'
    case 'withdrawn':
      return afterwardsForCandidate(standing.stage)
    case 'expired':
      return 'Time ran out before both you and your mentor had said yes. Nothing was shared. If the opening is still there, you can say again that you are interested.'
    case 'not_this_time':
      return kindVersion(standing.endedReason)
    case 'offer_declined':
      return 'You said no to the offer. The employer can no longer see anything about you.'
  }
}

/** What happens next, as the mentor reads it; `task.ts` says what is theirs to do. */
export const nextForMentor = (standing: Standing): string =>
  standing.isFull
    ? `${stepForMentor(standing)} Every place of this opening is taken just now.`
    : stepForMentor(standing)

function stepForMentor(standing: Standing): string {
  const { state, missing, stage, isStartConfirmed } = standing
  if (state === 'proposed')
    return `${missing.map((key) => missingWords[key]).join(' ')} Unless somebody says yes or approves, it ends by itself after ${longDate(standing.lapsesOn)}.`
  if (state === 'introduced')
    return `The employer has the words without the name. ${answerForMentor(standing)}`
  if (state === 'meeting')
    return 'The employer has the name and your number. Agree a day with them.'
  if (state === 'offered') return 'The person answers the offer next.'
  if (state === 'accepted') return 'The employer records the day of the start next.'
  if (state === 'started')
    return isStartConfirmed ? 'The start is confirmed.' : 'The start waits for you to confirm it.'
  const over = 'This introduction is over, and the employer sees nothing of it any more.'
  if (state !== 'withdrawn' || (stage !== 'accepted' && stage !== 'started')) return over
  return `${over} It was expecting the person, and has been asked to ring you.`
}

/** What happens next, as the employer reads it. */
export const nextForEmployer = (standing: EmployerStanding): string =>
  standing.isFull ? fullForEmployer(standing.state) : stepForEmployer(standing)

/** A name is not given out for an opening that has no place. */
const fullForEmployer = (state: State | 'closed') =>
  state === 'offered'
    ? 'Every place of this opening has been taken since, so they can say yes only if one comes free. Talk to the mentor.'
    : 'Every place of this opening is taken. Unless one comes free you cannot meet anybody new or make an offer. You can answer “not this time”.'

interface EmployerStanding {
  state: State | 'closed'
  isFull: boolean
  isStartConfirmed: boolean
  leftAfter: 'accepted' | 'started' | null
}

function stepForEmployer({ state, isStartConfirmed, leftAfter }: EmployerStanding): string {
  switch (state) {
    case 'introduced':
      return 'Read about this person, then say whether you would like to meet them. You see their name when you say yes.'
    case 'meeting':
      return 'Ring the mentor to agree a day. Afterwards, make an offer or say “not this time”.'
    case 'offered':
      return 'The person answers your offer next. Their mentor can help with questions.'
    case 'accepted':
      return 'They said yes. Record the start once they have started.'
    case 'started':
      return isStartConfirmed
        ? 'The mentor has confirmed the start.'
        : 'The mentor confirms the start next.'
    case 'not_this_time':
      return 'Thank you for your answer. The mentor talks with the person about what comes next.'
    case 'offer_declined':
      return 'They said no to your offer. Your opening is still there for others.'
    default:
      return leftAfter === null
        ? 'There is nothing you need to do.'
        : afterwardsForEmployer(leftAfter)
  }
}

const yesLasts = ({ yesLastsUntil }: Standing) =>
  yesLastsUntil
    ? ` Your yes lasts until ${longDate(yesLastsUntil)}; after that we ask you again.`
    : ''

function answerForCandidate({ answerDueOn, isAnswerLate }: Standing): string {
  if (answerDueOn === null) return 'They will say “meet” or “not this time”.'
  if (isAnswerLate)
    return `They were asked to answer by ${longDate(answerDueOn)} and are late. That says nothing about you. Your mentor asks them.`
  return `They say “meet” or “not this time” by ${longDate(answerDueOn)}.`
}

function answerForMentor({ answerDueOn, isAnswerLate }: Standing): string {
  if (answerDueOn === null) return 'It answers next.'
  return isAnswerLate
    ? `Its answer was due by ${longDate(answerDueOn)}.`
    : `It answers by ${longDate(answerDueOn)}.`
}

/** Each key that is missing, as a mentor reads it. */
export const missingWords: Record<MissingKey, string> = {
  consent: 'The person has not said yes yet.',
  consent_expired: 'The person’s yes has run out. They can say yes again.',
  officer: 'The supervising officer’s approval is not on record.',
  approval: 'Your approval is missing.',
  approval_expired: 'Your approval has run out. You can approve again.',
  second: 'The safeguarding lead’s approval is missing.',
  same_words: 'The person said yes to other words than the ones approved.',
}

/** The same in a list: "Waiting for: Casey’s yes, your approval". */
export const waitingFor = (missing: readonly MissingKey[], personName: string): string => {
  const whose: Record<MissingKey, string> = {
    consent: `${personName}’s yes`,
    consent_expired: `${personName}’s yes`,
    officer: 'the supervising officer’s approval',
    approval: 'your approval',
    approval_expired: 'your approval',
    second: 'the safeguarding lead’s approval',
    same_words: 'your approval of the newer words',
  }
  return `Waiting for: ${missing.map((key) => whose[key]).join(', ')}`
}

/** An employer's coded reason in the words meant for the person. */
export const kindVersion = (reason: string | null): string =>
  notThisTimeReasons.find(({ value }) => value === reason)?.kind ??
  'It did not work out this time. Talk to your mentor about what comes next.'
