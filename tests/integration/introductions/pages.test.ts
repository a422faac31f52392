import { afterAll, beforeAll, expect, test } from 'vitest'
import * as interest from '#app/routes/candidate/interest.tsx'
import * as own from '#app/routes/candidate/introduction.tsx'
import * as accept from '#app/routes/candidate/introduction-accept.tsx'
import * as consent from '#app/routes/candidate/introduction-consent.tsx'
import * as declineOffer from '#app/routes/candidate/introduction-decline-offer.tsx'
import * as withdraw from '#app/routes/candidate/introduction-withdraw.tsx'
import * as employers from '#app/routes/employer/introduction.tsx'
import * as meet from '#app/routes/employer/introduction-meet.tsx'
import * as notThisTime from '#app/routes/employer/introduction-not-this-time.tsx'
import * as offer from '#app/routes/employer/introduction-offer.tsx'
import * as start from '#app/routes/employer/introduction-start.tsx'
import * as mentors from '#app/routes/mentor/introduction.tsx'
import * as approve from '#app/routes/mentor/introduction-approve.tsx'
import * as confirmStart from '#app/routes/mentor/introduction-confirm-start.tsx'
import * as recordApproval from '#app/routes/mentor/introduction-record-approval.tsx'
import * as refuse from '#app/routes/mentor/introduction-refuse.tsx'
import * as revoke from '#app/routes/mentor/introduction-revoke.tsx'
import * as second from '#app/routes/mentor/introduction-second.tsx'
import { visitsTo } from '#tests/support/visits.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

const pages = {
  'openings/:id/interest': interest,
  'me/introductions/:id': own,
  'me/introductions/:id/accept': accept,
  'me/introductions/:id/consent': consent,
  'me/introductions/:id/decline-offer': declineOffer,
  'me/introductions/:id/withdraw': withdraw,
  'employer/introductions/:id': employers,
  'employer/introductions/:id/meet': meet,
  'employer/introductions/:id/not-this-time': notThisTime,
  'employer/introductions/:id/offer': offer,
  'employer/introductions/:id/start': start,
  'mentor/introductions/:id': mentors,
  'mentor/introductions/:id/approve': approve,
  'mentor/introductions/:id/confirm-start': confirmStart,
  'mentor/introductions/:id/record-approval': recordApproval,
  'mentor/introductions/:id/refuse': refuse,
  'mentor/introductions/:id/revoke': revoke,
  'mentor/introductions/:id/second': second,
}

let world: World
let introductionId: string
const { get, post } = visitsTo(() => world, pages)

beforeAll(async () => {
  world = await makeWorld({ onLicence: true, dateOfBirth: bornYearsAgo(17) })
})
afterAll(() => world.close())

test('the whole way by forms alone, from interest to a confirmed start', async () => {
  const { candidate, mentor, lead, employer } = world
  const shown = await post(candidate, `/openings/${world.opportunityId}/interest`)
  introductionId = /introductions\/([\w-]+)\?done=interest/.exec(shown.to)?.[1] ?? ''
  expect((await get(candidate, shown.to)).text).toContain('The employer cannot.')

  const again = await post(candidate, `/openings/${world.opportunityId}/interest`)
  expect(again.to).toBe(at('me'))

  const asked = await get(candidate, at('me', '/consent'))
  expect(asked.text).toContain('Canarywordstrength')
  expect(asked.text).toContain('Saying no costs you nothing')
  const consented = await post(candidate, at('me', '/consent'), { textHash: hashIn(asked.text) })
  expect(consented.to).toBe(at('me', '?done=consent'))

  expect((await get(employer, at('employer'))).status).toBe(404)
  expect((await get(mentor, at('mentor', '/approve'))).to).toBe(at('mentor'))
  const missing = await post(mentor, at('mentor', '/record-approval'), { officerName: '' })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('Enter the name of the supervising officer')
  expect(missing.text).toContain('Enter the day of the approval, like 5 3 2026')
  const recorded = await post(mentor, at('mentor', '/record-approval'), {
    officerName: 'Pat Officer',
    'approvedOn-day': '5',
    'approvedOn-month': '3',
    'approvedOn-year': '2020',
  })
  expect((await get(mentor, recorded.to)).text).toContain('The officer’s approval is on record.')

  const approval = await get(mentor, at('mentor', '/approve'))
  expect(approval.text).toContain('Pat Officer, 5 March 2020.')
  await post(mentor, at('mentor', '/approve'), { textHash: hashIn(approval.text) })
  expect((await get(mentor, at('mentor', '/second'))).to).toBe(at('mentor'))
  const secondly = await get(lead, at('mentor', '/second'))
  expect(secondly.text).toContain('Canarywordstrength')
  const unread = await post(lead, at('mentor', '/second'))
  expect(unread.status).toBe(422)
  const shared = await post(lead, at('mentor', '/second'), { textHash: hashIn(secondly.text) })
  expect(shared.to).toBe(at('mentor', '?done=shared'))

  const nameless = await get(employer, at('employer'))
  expect(nameless.text).toContain('Canarywordstrength')
  expect(nameless.text).not.toContain('Zebedee')
  expect((await get(world.otherEmployer, at('employer'))).status).toBe(404)
  expect((await get(employer, at('employer', '/meet'))).text).not.toContain('Canary')
  const met = await post(employer, at('employer', '/meet'))
  expect((await get(employer, met.to)).text).toContain('Zebedee Quillfeather')

  expect((await get(employer, at('employer', '/not-this-time'))).text).toContain(
    'The hours did not',
  )
  const unsaid = await post(employer, at('employer', '/not-this-time'))
  expect(unsaid.text).toContain('Select a reason')
  await post(employer, at('employer', '/offer'))
  expect((await get(candidate, at('me', '/decline-offer'))).status).toBe(200)
  const offered = await get(candidate, at('me'))
  expect(offered.text).toContain('Say no to the offer')
  expect(offered.text).not.toContain('Take it back')
  await post(candidate, at('me', '/accept'))
  for (const [day, told] of [
    ['', 'Enter the day they started, like 5 3 2026'],
    ['2026--', 'Enter the day they started with a day and a month, like 5 3 2026'],
    ['2026-2-31', 'Enter the day they started as a real date, like 5 3 2026'],
    ['2020-3-5', 'they were introduced to you on that day'],
    ['2099-3-5', 'The day they started must be today or in the past'],
  ] as const) {
    const wrong = await post(employer, at('employer', '/start'), dayBoxes('startedOn', day))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain(told)
    const [year = '', month = ''] = day.split('-')
    expect(wrong.text).toContain(`value="${year}"`)
    expect(wrong.text).toContain(`value="${month}"`)
  }
  const started = await post(employer, at('employer', '/start'), dayBoxes('startedOn', today()))
  expect(started.to).toBe(at('employer', '?done=start'))
  expect((await get(mentor, at('mentor', '/confirm-start'))).status).toBe(200)
  const confirmed = await post(mentor, at('mentor', '/confirm-start'))
  expect((await get(mentor, confirmed.to)).text).toContain('The start is confirmed and counts.')
})

test('taking it back asks first, says what the employer reads, and then hides everything', async () => {
  const { candidate, employer, mentor } = world
  const asked = await get(candidate, at('me', '/withdraw'))
  expect(asked.text).toContain('“The person has left this introduction.”')
  expect((await get(mentor, at('mentor', '/revoke'))).status).toBe(200)
  const done = await post(candidate, at('me', '/withdraw'))
  expect((await get(candidate, done.to)).text).toContain('You have taken it back.')
  const left = await get(employer, at('employer'))
  expect(left.text).toContain('The person has left this introduction')
  expect(left.text).not.toMatch(/Canary|Zebedee/)
  expect((await post(employer, at('employer', '/offer'))).status).toBe(409)
})

test('nobody comes in by another’s door', async () => {
  const { candidate, employer, mentor, stranger } = world
  expect((await get(employer, at('me'))).status).toBe(404)
  expect((await get(candidate, at('mentor'))).status).toBe(404)
  expect((await get(stranger, at('mentor'))).status).toBe(404)
  expect((await post(stranger, at('mentor', '/revoke'))).status).toBe(404)
  expect((await get(mentor, '/mentor/introductions/x')).status).toBe(404)
  expect((await get(null, at('me'))).to).toBe(`/sign-in?to=${encodeURIComponent(at('me'))}`)
})

const at = (side: string, rest = '') => `/${side}/introductions/${introductionId}${rest}`
const today = () => world.clock.now().toISOString().slice(0, 10)
const hashIn = (html: string) => /name="textHash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''
const bornYearsAgo = (years: number) => `${new Date().getUTCFullYear() - years}-01-01`

function dayBoxes(name: string, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
