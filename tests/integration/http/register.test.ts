import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '#app/platform/clock.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { employerRegistrations, employers } from '#db/schema/employers.ts'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

const START = '2026-03-05T09:00:00Z'
const PASSWORD = 'correct horse battery staple'
const clock = fixedClock(START)
let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb({ clock, settings: { proxies: 1 } })
  const passwordHash = await hashPassword(PASSWORD)
  await web.asSystem(async (tx) => {
    const mentor = await makeUser(tx, { email: 'mentor@example.test', passwordHash })
    await makeGrant(tx, { userId: mentor.id, role: 'mentor' })
  })
}, 180_000)
afterAll(() => web.stop())

let visitors = 0
/** Somebody at an address of their own, so that what is counted by address begins anew. */
function visitor() {
  visitors += 1
  const from = `192.0.2.${visitors}`
  const browser = openBrowser(web, '', { 'X-Forwarded-For': from })
  return {
    ...browser,
    register: (email: string, organisation = 'Pier Café') =>
      browser.post('/employers/register', {
        organisation,
        description: 'Chips',
        outcode: 'NR31',
        workPhone: '01493 960123',
        personName: 'Ash Owner',
        email,
      }),
  }
}

const mailTo = (email: string) =>
  web.asSystem((tx) =>
    tx
      .select({ body: messages.body })
      .from(messages)
      .where(eq(messages.toAddress, email))
      .orderBy(messages.id),
  )

/** The path in the last message to an address. */
async function linkTo(email: string): Promise<string> {
  const all = await mailTo(email)
  return /https?:\/\/[^/]+(\/\S+)/.exec(all.at(-1)?.body ?? '')?.[1] ?? ''
}

const grantsOf = (email: string) =>
  web.asSystem((tx) =>
    tx
      .select({ role: roleGrants.role })
      .from(users)
      .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
      .where(eq(users.email, email))
      .orderBy(desc(roleGrants.role)),
  )
const employersNamed = (name: string) =>
  web.asSystem((tx) => tx.select().from(employers).where(eq(employers.name, name)))

test('a stranger who registers with the address of an account attaches nothing to it', async () => {
  const known = await visitor().register('mentor@example.test', 'Stranger Ltd')
  const unknown = await visitor().register('nobody@example.test', 'Stranger Ltd')
  const answer = ({ status, headers }: Response) => [status, headers.get('location')]
  expect(answer(known)).toEqual([303, '/employers/register?sent'])
  expect(answer(unknown)).toEqual(answer(known))
  expect(await grantsOf('mentor@example.test')).toEqual([{ role: 'mentor' }])
  expect(await grantsOf('nobody@example.test')).toEqual([])
  expect(await employersNamed('Stranger Ltd')).toEqual([])
})

test('both get the same mail, and nothing the stranger typed is in it', async () => {
  await visitor().register('mentor@example.test', 'Buy at evil.test now')
  await visitor().register('unheard@example.test', 'Buy at evil.test now')
  const bare = async (email: string) =>
    (await mailTo(email)).at(-1)?.body.replace(/register\/\S+/, 'register/…')
  expect(await bare('mentor@example.test')).toBe(await bare('unheard@example.test'))
  expect(await bare('unheard@example.test')).not.toMatch(/evil|Ash|Chips/)
})

test('whoever reads the mail of an account may take the organisation on, and keeps their password', async () => {
  const owner = visitor()
  await owner.register('mentor@example.test', 'Mentor’s Own')
  const link = await linkTo('mentor@example.test')
  expect(await (await owner.get(link)).text()).toContain('Mentor’s Own')
  const finished = await owner.post(link)
  expect(finished.headers.get('location')).toBe('/sign-in')
  expect(await grantsOf('mentor@example.test')).toEqual([{ role: 'mentor' }, { role: 'employer' }])
  expect((await employersNamed('Mentor’s Own'))[0]?.approvedAt).toBeNull()
  const signedIn = await owner.post('/sign-in', {
    email: 'mentor@example.test',
    password: PASSWORD,
  })
  expect(signedIn.headers.get('location')).toBe('/role')
})

test('somebody new finishes, chooses a password and comes to their openings', async () => {
  const ash = visitor()
  await ash.register(' Ash@Example.test ')
  const choose = (await ash.post(await linkTo('ash@example.test'))).headers.get('location') ?? ''
  expect(choose).toMatch(/^\/reset-password\/[\w-]{43}$/)
  await ash.post(choose, { password: PASSWORD })
  const email = 'ash@example.test'
  const signedIn = await ash.post('/sign-in', { email, password: PASSWORD })
  expect(signedIn.headers.get('location')).toBe('/employer')
  expect(await (await ash.get('/employer')).text()).toContain('checking your organisation')
})

test('a link works once, looking at it uses nothing up, and of 20 at once one wins', async () => {
  await visitor().register('once@example.test', 'Once Ltd')
  const link = await linkTo('once@example.test')
  for (let n = 0; n < 3; n++) expect((await visitor().get(link)).status).toBe(200)
  const tries = await Promise.all(Array.from({ length: 20 }, () => visitor().post(link)))
  expect(tries.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(tries.filter(({ status }) => status === 422)).toHaveLength(19)
  expect(await employersNamed('Once Ltd')).toHaveLength(1)
})

test('a link that is altered or three days old does nothing, and what was typed is forgotten', async () => {
  await visitor().register('late@example.test', 'Late Ltd')
  const link = await linkTo('late@example.test')
  expect((await visitor().post(`${link.slice(0, -1)}!`)).status).toBe(422)
  clock.set(new Date(Date.parse(START) + 3 * 24 * 60 * 60_000))
  expect(await (await visitor().get(link)).text()).not.toContain('Late Ltd')
  expect((await visitor().post(link)).status).toBe(422)
  clock.set(new Date(Date.parse(START) + 3 * 24 * 60 * 60_000 + 1))
  await visitor().register('next@example.test')
  const kept = await web.asSystem((tx) =>
    tx
      .select({ email: employerRegistrations.email })
      .from(employerRegistrations)
      .where(eq(employerRegistrations.email, 'late@example.test')),
  )
  expect(kept).toEqual([])
  clock.set(START)
})

test('one address registers ten times in a quarter of an hour, and then has to wait', async () => {
  const busy = visitor()
  for (let n = 0; n < 10; n++)
    expect((await busy.register(`busy${n}@example.test`)).status).toBe(303)
  const eleventh = await busy.register('busy10@example.test')
  expect([eleventh.status, eleventh.headers.get('retry-after')]).toEqual([429, '900'])
  expect(await mailTo('busy10@example.test')).toEqual([])
  expect((await visitor().register('busy11@example.test')).status).toBe(303)
})

test('nobody’s mailbox is filled by strangers: five mails, and the answer stays the same', async () => {
  for (let n = 0; n < 7; n++)
    expect((await visitor().register('filled@example.test')).headers.get('location')).toBe(
      '/employers/register?sent',
    )
  expect(await mailTo('filled@example.test')).toHaveLength(5)
})
