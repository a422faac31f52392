import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '#app/platform/clock.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { roleGrants } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

const PASSWORD = 'correct horse battery staple'
const START = '2026-03-05T09:00:00Z'
const clock = fixedClock(START)
let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb({ clock })
  const passwordHash = await hashPassword(PASSWORD)
  await web.asSystem(async (tx) => {
    const user = (email: string) => makeUser(tx, { email, passwordHash, isInvented: true })
    await makeGrant(tx, { userId: (await user('mentor@example.test')).id, role: 'mentor' })
    await makeGrant(tx, { userId: (await user('board@example.test')).id, role: 'board' })
    await makeGrant(tx, { userId: (await user('guessed@example.test')).id, role: 'mentor' })
    await makeGrant(tx, { userId: (await user('cat@example.test')).id, role: 'candidate' })
    const two = await user('two@example.test')
    await makeGrant(tx, { userId: two.id, role: 'mentor' })
    await makeGrant(tx, { userId: two.id, role: 'board' })
    await user('nothing@example.test')
  })
}, 180_000)
afterAll(() => web.stop())

const signIn = async (email: string, password = PASSWORD) => {
  const browser = openBrowser(web)
  const response = await browser.post('/sign-in', { email, password })
  return { browser, response }
}
const isIn = async (cookie: string) => (await openBrowser(web, cookie).get('/role')).status === 200

/** The path in the last message that would have been sent. */
async function newestLink(): Promise<string> {
  await web.sendLinks()
  const all = await web.asSystem((tx) =>
    tx.select({ body: messages.body }).from(messages).orderBy(messages.id),
  )
  return /https?:\/\/[^/]+(\/\S+)/.exec(all.at(-1)?.body ?? '')?.[1] ?? ''
}

test('the right password leads to the home page of the role', async () => {
  const { response } = await signIn(' Mentor@Example.test ')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/mentor')
})

test('after signing in people come back to a page of ours, never to another site', async () => {
  const go = async (to: string) =>
    (
      await openBrowser(web).post('/sign-in', {
        email: 'mentor@example.test',
        password: PASSWORD,
        to,
      })
    ).headers.get('location')
  expect(await go('/openings?q=cook')).toBe('/openings?q=cook')
  for (const to of ['//evil.test', 'https://evil.test', '/\\evil.test', '/\t/evil.test', 'x'])
    expect(await go(to)).toBe('/mentor')
})

test('a wrong password, no such account and an account without a role read the same', async () => {
  const tries: [string, string][] = [
    ['mentor@example.test', 'a wrong password'],
    ['nobody@example.test', PASSWORD],
    ['nothing@example.test', PASSWORD],
  ]
  const pages = await Promise.all(
    tries.map(async ([email, password]) => {
      const { response } = await signIn(email, password)
      const text = await response.text()
      return {
        status: response.status,
        main: /<main.*<\/main>/s.exec(text)?.[0].replace(email, ''),
      }
    }),
  )
  expect(pages[0]!.status).toBe(422)
  expect(pages[0]!.main).toContain('do not match')
  expect(pages[0]!.main).not.toContain('a wrong password')
  expect(pages[1]).toEqual(pages[0])
  expect(pages[2]).toEqual(pages[0])
})

test('a session ends after half an hour of nothing, a quarter for the board, twelve hours in all', async () => {
  const at = (minutes: number) => clock.set(new Date(Date.parse(START) + minutes * 60_000))
  const mentor = (await signIn('mentor@example.test')).browser.cookie()
  const board = (await signIn('board@example.test')).browser.cookie()
  at(14)
  expect([await isIn(mentor), await isIn(board)]).toEqual([true, true])
  at(29)
  expect([await isIn(mentor), await isIn(board)]).toEqual([true, false])
  for (let minutes = 54; minutes < 720; minutes += 25) {
    at(minutes)
    expect(await isIn(mentor)).toBe(true)
  }
  at(720)
  expect(await isIn(mentor)).toBe(false)
  clock.set(START)
})

test('taking the role away ends what it allowed on the next request', async () => {
  const { browser } = await signIn('two@example.test')
  expect(await isIn(browser.cookie())).toBe(true)
  await web.asSystem((tx) =>
    tx.update(roleGrants).set({ endedAt: clock.now() }).where(eq(roleGrants.role, 'mentor')),
  )
  expect(await isIn(browser.cookie())).toBe(false)
  await web.asSystem((tx) => tx.update(roleGrants).set({ endedAt: null }))
})

test('changing the role needs one of one’s own, and gives a new session', async () => {
  const { browser, response } = await signIn('two@example.test')
  expect(response.headers.get('location')).toBe('/role')
  const before = browser.cookie()
  const grants = await web.asSystem((tx) =>
    tx.select({ id: roleGrants.id, role: roleGrants.role }).from(roleGrants),
  )
  const page = await (await browser.get('/role')).text()
  const own = grants.find(({ id, role }) => role === 'board' && page.includes(id))!
  const other = grants.find(({ id }) => !page.includes(id))!
  expect((await browser.post('/role', { grantId: other.id })).status).toBe(404)
  const changed = await browser.post('/role', { grantId: own.id })
  expect(changed.headers.get('location')).toBe('/board')
  expect(browser.cookie()).not.toBe(before)
  expect(await isIn(before)).toBe(false)
})

test('a sign-in link works once, looking at it uses nothing up, and 20 at once get one session', async () => {
  await openBrowser(web).post('/sign-in/link', { email: 'cat@example.test' })
  const link = await newestLink()
  for (let n = 0; n < 3; n++) expect((await openBrowser(web).get(link)).status).toBe(200)
  const tries = await Promise.all(Array.from({ length: 20 }, () => openBrowser(web).post(link)))
  const statuses = tries.map(({ status }) => status)
  expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  expect(statuses.filter((status) => status === 422)).toHaveLength(19)
})

test('a sign-in link that is too old or altered does nothing', async () => {
  await openBrowser(web).post('/sign-in/link', { email: 'cat@example.test' })
  const link = await newestLink()
  expect((await openBrowser(web).post(`${link.slice(0, -1)}!`)).status).toBe(422)
  clock.set(new Date(Date.parse(START) + 10 * 60_000))
  expect((await openBrowser(web).post(link)).status).toBe(422)
  clock.set(START)
})

test('whether an address is known cannot be read from the answer to asking for a link', async () => {
  const ask = async (email: string) => {
    const response = await openBrowser(web).post('/sign-in/link', { email })
    return [response.status, response.headers.get('location')]
  }
  expect(await ask('nobody@example.test')).toEqual(await ask('cat@example.test'))
})

test('a made-up link has no password hashed: it is answered even while nobody else’s can be', async () => {
  const many = Array.from({ length: 40 }, (_, n) => n)
  // More than can wait, even where they come in slowly.
  const busy = [...many, ...many, ...many].map(() => signIn('mentor@example.test'))
  const password = 'seven green kettles'
  const madeUp = many.map((n) =>
    openBrowser(web).post(`/reset-password/${String(n).padStart(43, 'x')}`, { password }),
  )
  const waiting = (await Promise.all(busy)).map(({ response }) => response.status)
  expect(waiting.filter((status) => status === 503).length).toBeGreaterThan(0)
  const answers = (await Promise.all(madeUp)).map(({ status }) => status)
  expect(answers.filter((status) => status !== 422)).toEqual([])
})

test('a reset link sets a new password once and ends the sessions there were', async () => {
  const { browser } = await signIn('board@example.test')
  await openBrowser(web).post('/reset-password', { email: 'board@example.test' })
  const link = await newestLink()
  expect((await openBrowser(web).post(link, { password: 'too short' })).status).toBe(422)
  expect((await openBrowser(web).post(link, { password: 'mypassword123456' })).status).toBe(422)
  const set = await openBrowser(web).post(link, { password: 'seven green kettles' })
  expect(set.headers.get('location')).toBe('/sign-in?password-set')
  expect(await isIn(browser.cookie())).toBe(false)
  expect((await openBrowser(web).post(link, { password: 'eight green kettles' })).status).toBe(422)
  expect((await signIn('board@example.test')).response.status).toBe(422)
  expect((await signIn('board@example.test', 'seven green kettles')).response.status).toBe(303)
})

test('a link asked for on the way to a page leads there, without the page in the letter', async () => {
  clock.set('2026-03-07T09:00:00Z')
  const opening = '/openings/0198a000-0000-7000-8000-000000000000'
  const page = await (await openBrowser(web).get(`/sign-in?to=${opening}`)).text()
  const asks = /href="(\/sign-in\/link\?to=[^"]+)"/.exec(page)?.[1] ?? ''
  const form = await (await openBrowser(web).get(asks)).text()
  expect(form).toContain(`name="to" value="${opening}"`)
  const go = async (to: string) => {
    await openBrowser(web).post('/sign-in/link', { email: 'cat@example.test', to })
    const link = await newestLink()
    expect(link).toMatch(/^\/sign-in\/link\/[\w-]{43}$/)
    return (await openBrowser(web).post(link)).headers.get('location')
  }
  expect(await go(opening)).toBe(opening)
  for (const elsewhere of ['https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test', ''])
    expect(await go(elsewhere)).toBe('/me')
})
