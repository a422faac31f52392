import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { byAccount } from '#app/features/accounts/throttle.server.ts'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeCandidate, makeMentor, makeUser } from '#db/factories/index.ts'
import { signInFailures, users } from '#db/schema/accounts.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { cookieFor } from '#tests/support/session.ts'
import { openBrowser, startTestWeb, type Browser, type TestWeb } from '#tests/support/web.ts'
import { populate } from '#tests/support/world.ts'

const PASSWORD = 'correct horse battery staple'
let web: TestWeb
let person: Awaited<ReturnType<typeof populate>>
let browser: Browser

beforeAll(async () => {
  web = await startTestWeb({ settings: { isDemo: false } })
  person = await web.asSystem((tx) => populate(tx, {}))
  const passwordHash = await hashPassword(PASSWORD)
  await web.asSystem((tx) =>
    tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.id, person.mentor.userId ?? '')),
  )
  await web.as(person.mentor, (ctx) =>
    addRestriction(ctx, {
      candidateId: person.candidateId,
      form: restrictionForm({ details: 'Kestrelmoor' }),
    }),
  )
}, 180_000)
afterAll(() => web.stop())
beforeEach(async () => {
  await web.asSystem((tx) => tx.delete(signInFailures))
  browser = await signedIn(person.mentor.userId)
})

const signedIn = async (userId: string | null) =>
  openBrowser(web, await web.asSystem((tx) => cookieFor(tx, userId ?? '', new Date())))
const mentorEmail = () =>
  web.asSystem(async (tx) => {
    const [user] = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, person.mentor.userId ?? ''))
    return user?.email ?? ''
  })
const page = () => `/mentor/candidates/${person.candidateId}/read`
const ask = (password: string, more: Record<string, string> = {}, by = browser) =>
  by.post(page(), {
    kind: 'restrictions',
    reason: 'To plan',
    heldBackBecause: '',
    password,
    ...more,
  })
const shown = async (by = browser) => (await (await by.get(page())).text()).includes('Kestrelmoor')

test('the right password and a reason open it, to this session and to no other of the same person', async () => {
  expect(await shown()).toBe(false)
  const { status, headers } = await ask(PASSWORD)
  expect([status, headers.get('location')]).toEqual([303, page()])
  expect(await shown()).toBe(true)
  expect(await shown(await signedIn(person.mentor.userId))).toBe(false)
  const data = await (await browser.get(`${page()}.data`)).text()
  expect(data).toContain('Kestrelmoor')
})

test('nothing is opened by a wrong password, none at all, or without a reason; all is said at once', async () => {
  const wrong = await ask('not the password')
  expect(wrong.status).toBe(422)
  const body = await wrong.text()
  expect(body).toContain('That is not your password')
  expect(body).toContain('value="To plan"')
  expect(body).not.toContain('not the password"')
  const nothing = await (await ask('', { reason: '' })).text()
  expect(nothing).toContain('Enter your password')
  expect(nothing).toContain('Say why you need to read it')
  expect(await shown()).toBe(false)
})

test('wrong ones are counted as those of signing in, and not for people who find nothing there', async () => {
  const failures = () => web.asSystem((tx) => tx.select().from(signInFailures))
  await ask('not the password')
  // By the account and by the address.
  expect(await failures()).toHaveLength(2)
  const stranger = await signedIn(person.stranger.userId)
  expect((await ask('not the password', {}, stranger)).status).toBe(404)
  expect(await failures()).toHaveLength(2)
  // The right one takes back the account's, and says that this address is one of the person's own.
  const ofAccount = byAccount(await mentorEmail()).key
  expect((await failures()).map(({ key }) => key)).toContain(ofAccount)
  await ask(PASSWORD)
  expect((await failures()).map(({ key }) => key)).not.toContain(ofAccount)
})

test('after ten wrong ones tries are slowed down, and the right one still works', async () => {
  for (let n = 0; n < 10; n++) await ask('not the password')
  const from = performance.now()
  expect((await ask(PASSWORD)).status).toBe(303)
  expect(performance.now() - from).toBeGreaterThan(450)
})

test('somebody real without a password opens nothing', async () => {
  const lead = await signedIn(person.lead.userId)
  expect((await ask('', {}, lead)).status).toBe(422)
  expect((await ask('anything at all', {}, lead)).status).toBe(422)
})

test('the invented people of a demo are asked for none, until somebody real comes', async () => {
  const demo = await startTestWeb()
  try {
    const { userId, candidateId } = await demo.asSystem(async (tx) => {
      const mentor = await makeMentor(tx, { isInvented: true })
      const { userId } = mentor
      const { id } = await makeCandidate(tx, { isInvented: true, mentorUserId: userId })
      return { userId, candidateId: id }
    })
    const cookie = await demo.asSystem((tx) => cookieFor(tx, userId, new Date()))
    const visitor = openBrowser(demo, cookie)
    const address = `/mentor/candidates/${candidateId}/read`
    const form = { kind: 'restrictions', reason: 'To plan', heldBackBecause: '', password: '' }
    const landing = async () => (await visitor.post(address, form)).headers.get('location')
    expect(await landing()).toBe(address)
    await demo.asSystem((tx) => makeUser(tx))
    expect(await landing()).toMatch(/^\/sign-in/)
  } finally {
    await demo.stop()
  }
})

test('the trail has one entry for the opening and one for each page', async () => {
  const count = () =>
    web.asSystem(async (tx) => {
      const rows = await tx
        .select({ action: auditEntries.action, n: sql<number>`count(*)::int` })
        .from(auditEntries)
        .where(eq(auditEntries.actorUserId, person.mentor.userId ?? ''))
        .groupBy(auditEntries.action)
      return Object.fromEntries(rows.map(({ action, n }) => [action, n]))
    })
  const before = await count()
  await ask(PASSWORD)
  await shown()
  await shown()
  const after = await count()
  expect(after['restrictions.open']).toBe((before['restrictions.open'] ?? 0) + 1)
  expect(after['restrictions.read']).toBe((before['restrictions.read'] ?? 0) + 2)
})
