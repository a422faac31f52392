import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#app/platform/clock.ts'
import { makeEmployer, makeGrant, makeProgramme, makeUser } from '#db/factories/index.ts'
import { candidates } from '#db/schema/candidates.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { cookieFor } from '#tests/support/session.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'

let web: TestWeb
let cookies: { office: string; employer: string }
let programmeId: string

beforeAll(async () => {
  web = await startTestWeb()
  await web.asSystem(async (tx) => {
    programmeId = (await makeProgramme(tx)).id
    const office = await makeUser(tx)
    await makeGrant(tx, { userId: office.id, role: 'coordinator' })
    const boss = await makeUser(tx)
    const { id: employerId } = await makeEmployer(tx)
    await makeGrant(tx, { userId: boss.id, role: 'employer', employerId })
    const now = systemClock.now()
    cookies = {
      office: await cookieFor(tx, office.id, now),
      employer: await cookieFor(tx, boss.id, now),
    }
  })
}, 180_000)
afterAll(() => web.stop())

const person = () => ({
  ...{ fullName: 'Zebedee', email: '', phone: '', outcode: 'NR1', onLicence: 'no' },
  ...{ 'dateOfBirth-day': '27', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1992' },
  ...{ programmeId, mentorUserId: '' },
})
const made = {
  '/office/candidates/new': () => web.asSystem((tx) => tx.$count(candidates)),
  '/employer/openings/new': () => web.asSystem((tx) => tx.$count(opportunities)),
}

test.each([
  ['/office/candidates/new', 'office', person],
  ['/employer/openings/new', 'employer', () => ({ kind: 'job' })],
] as const)(
  '%s sent ten times at once makes one, and all lead to it',
  async (path, who, fields) => {
    const browser = openBrowser(web, cookies[who])
    const page = await (await browser.get(path)).text()
    const key = /name="idempotencyKey" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const send = (idempotencyKey: string, more: object = {}) =>
      browser.post(path, { ...fields(), ...more, idempotencyKey })
    const before = await made[path]()

    // Refused, it is not used up.
    expect((await send(key, { isAdmin: 'yes' })).status).toBe(422)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(key)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await made[path]()).toBe(before + 1)

    expect((await send('')).status).toBe(422)
    expect((await send(randomUUID())).headers.get('location')).not.toBe(
      answers[0]?.headers.get('location'),
    )
    expect(await made[path]()).toBe(before + 2)
  },
)
