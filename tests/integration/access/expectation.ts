import { addDays } from 'date-fns'
import { londonDay } from '#app/platform/clock.ts'
import type { Answer } from '#tests/support/ask.ts'
import type { Address } from './manifest.ts'
import type { Person, Scene } from './scene.ts'
import { actOnlyOf } from './who-may-see.ts'

export type Asking = 'GET' | 'GET data' | 'POST' | 'POST data'

/** What should become of somebody at an address. */
export type Outcome = 'comes in' | 'is sent to sign in' | 'finds nothing' | 'cannot do that here'

/** Pages that answer everybody alike with "not found": by design, or because the demo is over. */
const nothingForAnybody: Record<string, Asking[]> = {
  '*': ['GET', 'GET data', 'POST', 'POST data'],
  'sign-out': ['GET', 'GET data'],
  'demo/sign-in': ['GET', 'GET data', 'POST', 'POST data'],
  'demo/mail': ['GET', 'GET data'],
}

/** The door by what the route says of itself, then the row by the grid. */
export function expected(
  address: Address,
  person: Person,
  role: string | undefined,
  asking: Asking,
): Outcome {
  const { access, pattern, seenBy, hasAction } = address
  const isPost = asking.startsWith('POST')
  if (isPost && !hasAction) return 'cannot do that here'
  if (nothingForAnybody[pattern]?.includes(asking)) return 'finds nothing'
  if (access !== 'anyone') {
    if (role === undefined) return 'is sent to sign in'
    if (access !== 'signed-in' && !access?.some((one) => one === role)) return 'finds nothing'
  }
  if (seenBy && !seenBy.includes(person)) return 'finds nothing'
  if (isPost && actOnlyOf[pattern] && !actOnlyOf[pattern].includes(person)) return 'finds nothing'
  return 'comes in'
}

/** What did become of them, from the answer. */
export function happened({ status, location }: Answer): Outcome | `was answered ${number}` {
  if (status === 404) return 'finds nothing'
  if (status === 405) return 'cannot do that here'
  const isSentOn = [202, 302, 303].includes(status) && location !== ''
  if (isSentOn && /^\/sign-in\?to=|^\/sign-in$/.test(location)) return 'is sent to sign in'
  if (isSentOn || [200, 409, 422].includes(status)) return 'comes in'
  return `was answered ${status}`
}

/**
 * What the pages of an address would send, filled in as somebody would who may: so that a refusal
 * is of the person and not of the answers.
 */
export function formFor(scene: Scene, { pattern }: Address, person: Person) {
  const day = (name: string, [date, month, year]: [string, string, string]) => ({
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  })
  const own = person === 'other mentor' ? scene.otherCandidateId : scene.things['the person'].id
  const forms: Record<string, Record<string, string>> = {
    role: { grantId: scene.grants.get(scene.actors[person].userId ?? '') ?? '' },
    'me/introductions/:id/consent': { textHash: scene.textHash },
    'mentor/introductions/:id/approve': { textHash: scene.textHash },
    'mentor/introductions/:id/second': { textHash: scene.textHash },
    'office/second-approvals/:id': { textHash: scene.youngTextHash },
    'mentor/introductions/:id/refuse': { reason: 'other' },
    'mentor/introductions/:id/record-approval': {
      officerName: 'Pat Officer',
      ...day('approvedOn', ['5', '3', '2020']),
    },
    'mentor/openings/:id/shortlist': { candidateId: own },
    'employer/introductions/:id/not-this-time': { reason: 'other' },
    'employer/introductions/:id/start': day('startedOn', ['5', '3', '2020']),
    'employer/openings/:id/close': { reason: 'other' },
    'employer/openings/:id/delete': { version: '99' },
    'employer/openings/:id/reopen': day('closesOn', inAMonth(scene)),
    'employer/openings/:id/:section': {
      title: 'Baker',
      summary: 'Bread',
      sector: 'other',
      version: '1',
    },
    'office/review/:id': { decision: 'approve', version: '1' },
    'office/employers/:id': { decision: 'approve', reason: '', version: '1' },
    'office/programmes/:id/close': day('closedOn', ['5', '3', '2020']),
    'mentor/enrolments/:id': {
      outcome: 'goes_on',
      version: '1',
      ...day('nextReview', ['5', '3', '2099']),
    },
    'office/users/:id': { reason: 'other', version: '99' },
    'office/candidates/:id': { mentorUserId: scene.actors.mentor.userId ?? '' },
  }
  return forms[pattern] ?? {}
}

function inAMonth({ clock }: Scene): [string, string, string] {
  const [year = '', month = '', date = ''] = londonDay(addDays(clock.now(), 30)).split('-')
  return [date, month, year]
}
