import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#app/platform/clock.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeEmployer, makeGrant, makeUser } from '#db/factories/index.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { cookieFor } from '#tests/support/session.ts'
import { openBrowser, startTestWeb, type Browser, type TestWeb } from '#tests/support/web.ts'

const PASSWORD = 'correct horse battery staple'
let web: TestWeb
let office: Browser
let employerId: string

beforeAll(async () => {
  web = await startTestWeb()
  const passwordHash = await hashPassword(PASSWORD)
  const cookie = await web.asSystem(async (tx) => {
    employerId = (await makeEmployer(tx)).id
    const both = await makeUser(tx, { email: 'both@example.test', passwordHash })
    await makeGrant(tx, { userId: both.id, role: 'candidate' })
    await makeGrant(tx, { userId: both.id, role: 'board' })
    const { id } = await makeUser(tx)
    await makeGrant(tx, { userId: id, role: 'coordinator' })
    return cookieFor(tx, id, systemClock.now())
  })
  office = openBrowser(web, cookie)
}, 180_000)
afterAll(() => web.stop())

const invite = (email: string, role: string) =>
  office.post('/office/users/new', {
    ...{ name: 'Somebody', email, role, organisation: '', workPhone: '' },
    employerId: role === 'employer' ? employerId : '',
  })

const grantsOf = (email: string) =>
  web.asSystem((tx) =>
    tx
      .select({ id: roleGrants.id, role: roleGrants.role })
      .from(roleGrants)
      .innerJoin(users, and(eq(users.id, roleGrants.userId), eq(users.email, email))),
  )

test.each(['board', 'employer'])(
  'of eight invitations as %s at once one gives the role, to somebody new and to somebody known',
  async (role) => {
    await web.asSystem((tx) => makeUser(tx, { email: `known-${role}@example.test` }))
    for (const email of [`new-${role}@example.test`, `known-${role}@example.test`]) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => invite(email, role)))
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses).toEqual([303, 422, 422, 422, 422, 422, 422, 422])
      const refused = answers.find(({ status }) => status === 422)
      expect(await refused?.text()).toContain('This person can act in that role already')
      expect(await grantsOf(email)).toHaveLength(1)
      const sent = await web.asSystem((tx) =>
        tx.select().from(messages).where(eq(messages.toAddress, email)),
      )
      expect(sent).toHaveLength(1)
    }
  },
)

test('the database holds one of a kind, and a role that has ended can be given again', async () => {
  const { id: userId } = await web.asSystem((tx) => makeUser(tx))
  const give = () => web.asSystem((tx) => makeGrant(tx, { userId, role: 'mentor' }))
  const first = await give()
  await expect(give()).rejects.toThrow()
  await web.asSystem((tx) =>
    tx.update(roleGrants).set({ endedAt: systemClock.now() }).where(eq(roleGrants.id, first.id)),
  )
  await give()
})

/** Signs in by the link that was sent last. */
async function signInByLink(): Promise<Browser> {
  const browser = openBrowser(web)
  await browser.post('/sign-in/link', { email: 'both@example.test' })
  await web.sendLinks()
  const all = await web.asSystem((tx) =>
    tx.select({ body: messages.body }).from(messages).orderBy(messages.id),
  )
  const link = /https?:\/\/[^/]+(\/\S+)/.exec(all.at(-1)?.body ?? '')?.[1] ?? ''
  expect((await browser.post(link)).headers.get('location')).toBe('/me')
  return browser
}

test('a session that began with a link stays a candidate’s, and says how to go on', async () => {
  const grants = await grantsOf('both@example.test')
  const idOf = (wanted: string) => grants.find(({ role }) => role === wanted)?.id ?? ''
  const browser = await signInByLink()
  expect(await (await browser.get('/role')).text()).toContain('sign in with your password')
  const refused = await browser.post('/role', { grantId: idOf('board') })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Sign in with your password to work in that role')
  expect((await browser.get('/board')).status).toBe(404)
  // Nor does a new session of the same kind help.
  expect((await browser.post('/role', { grantId: idOf('candidate') })).status).toBe(303)
  expect((await browser.post('/role', { grantId: idOf('board') })).status).toBe(422)

  await browser.post('/sign-in', { email: 'both@example.test', password: PASSWORD })
  expect(await (await browser.get('/role')).text()).not.toContain('sign in with your password')
  for (const role of ['board', 'candidate', 'board'])
    expect((await browser.post('/role', { grantId: idOf(role) })).status).toBe(303)
})
