import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { fixedClock } from '#app/platform/clock.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { hashOf } from '#app/platform/secret.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { signInFailures, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'

const START = Date.parse('2026-03-05T09:00:00Z')
const PASSWORD = 'correct horse battery staple'
const clock = fixedClock(new Date(START))
let web: TestWeb
/** Superuser: to lock tables and to count rows. */
let admin: postgres.Sql

beforeAll(async () => {
  web = await startTestWeb({ clock })
  admin = postgres(web.database.adminUrl, { max: 1 })
  const passwordHash = await hashPassword(PASSWORD)
  await web.asSystem(async (tx) => {
    const cat = await makeUser(tx, { email: 'cat@example.test' })
    await makeGrant(tx, { userId: cat.id, role: 'candidate' })
    const mentor = await makeUser(tx, { email: 'mentor@example.test', passwordHash })
    await makeGrant(tx, { userId: mentor.id, role: 'mentor' })
  })
}, 180_000)
beforeEach(async () => {
  clock.set(new Date(START))
  await web.asSystem((tx) => tx.delete(signInFailures))
  await web.asSystem((tx) => tx.delete(messages))
})
afterAll(async () => {
  await admin.end()
  await web.stop()
})

const at = (minutes: number) => clock.set(new Date(START + minutes * 60_000))
const post = (path: string, fields: Record<string, string> = {}) =>
  openBrowser(web).post(path, fields)

/** Asks so often, and has what was asked for sent. */
async function ask(path: string, email: string, times = 1) {
  for (let n = 0; n < times; n++) expect((await post(path, { email })).status).toBe(303)
  await web.sendLinks()
}

const register = (email: string) =>
  post('/employers/register', {
    ...{ organisation: 'Pier Café', description: 'Chips', outcode: 'NR31' },
    ...{ workPhone: '01493 960123', personName: 'Ash', email },
  })

/** The links in the mail to an address, oldest first, as paths. */
async function linksTo(email: string): Promise<string[]> {
  const all = await web.asSystem((tx) =>
    tx
      .select({ body: messages.body })
      .from(messages)
      .where(eq(messages.toAddress, email))
      .orderBy(messages.id),
  )
  return all.map(({ body }) => /https?:\/\/[^/]+(\/\S+)/.exec(body)?.[1] ?? '')
}

const forms = [
  ['/sign-in/link', 'cat@example.test'],
  ['/reset-password', 'mentor@example.test'],
]

test.each(forms)(
  '%s looks nobody up: it answers while the accounts cannot be read',
  async (path, email) => {
    await admin.begin(async (sql) => {
      await sql`lock table users, role_grants, account_tokens, messages in access exclusive mode`
      for (const asked of [email, 'nobody@example.test'])
        expect((await post(path, { email: asked })).status).toBe(303)
    })
    await web.sendLinks()
  },
)

test.each(forms)(
  '%s writes the same rows for an address that is known and for one that is not',
  async (path, email) => {
    const tables = await admin<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
    const count = async () => {
      const counts: Record<string, number> = {}
      for (const { name } of tables)
        counts[name] = (
          await admin<{ n: number }[]>`select count(*)::int as n from ${admin(name)}`
        )[0]!.n
      return counts
    }
    const added = async (asked: string) => {
      const before = await count()
      await post(path, { email: asked })
      const after = await count()
      return Object.entries(after)
        .filter(([name, n]) => n !== before[name])
        .map(([name, n]) => [name, n - before[name]!])
    }
    const known = await added(email)
    expect(known).toEqual([
      ['link_requests', 1],
      ['sign_in_failures', 1],
    ])
    expect(await added('nobody@example.test')).toEqual(known)
    await web.sendLinks()
    expect(await linksTo('nobody@example.test')).toEqual([])
    expect(await linksTo(email)).toHaveLength(1)
  },
)

test('what was asked for is sent once, and not kept', async () => {
  await post('/sign-in/link', { email: 'cat@example.test' })
  await Promise.all([web.sendLinks(), web.sendLinks()])
  await web.sendLinks()
  expect(await linksTo('cat@example.test')).toHaveLength(1)
})

test('nobody is kept from their sign-in link by strangers who ask for other mail to them', async () => {
  await ask('/reset-password', 'cat@example.test', 6)
  for (let n = 0; n < 6; n++) await register('cat@example.test')
  const before = await linksTo('cat@example.test')
  await ask('/sign-in/link', 'cat@example.test')
  expect(await linksTo('cat@example.test')).toHaveLength(before.length + 1)
})

test('five links fill nobody’s mailbox, the last of them works till more are sent, and asking prolongs nothing', async () => {
  await ask('/sign-in/link', 'cat@example.test', 7)
  const links = await linksTo('cat@example.test')
  expect(links).toHaveLength(5)
  at(9.9)
  await ask('/sign-in/link', 'cat@example.test', 3)
  expect(await linksTo('cat@example.test')).toHaveLength(5)
  expect((await post(links[4]!)).status).toBe(303)
  at(10)
  await ask('/sign-in/link', 'cat@example.test')
  expect(await linksTo('cat@example.test')).toHaveLength(6)
})

test('a new reset link voids the one before', async () => {
  await ask('/reset-password', 'mentor@example.test', 1)
  await ask('/reset-password', 'mentor@example.test', 1)
  const [first = '', second = ''] = await linksTo('mentor@example.test')
  expect((await post(first, { password: 'seven green kettles' })).status).toBe(422)
  expect((await post(second, { password: PASSWORD })).status).toBe(303)
})

test('a new password voids every other link there is, an invitation too', async () => {
  const { id } = await web.asSystem(async (tx) => {
    const [mentor] = await tx.select().from(users).where(eq(users.email, 'mentor@example.test'))
    return mentor!
  })
  await web.asSystem((tx) =>
    addToken(tx, { hash: hashOf('invitation'), userId: id, purpose: 'invite', now: clock.now() }),
  )
  await ask('/reset-password', 'mentor@example.test')
  const [reset = ''] = await linksTo('mentor@example.test')
  expect((await post(reset, { password: PASSWORD })).status).toBe(303)
  const late = await post('/reset-password/invitation', { password: 'seven green kettles' })
  expect(late.status).toBe(422)
})

test('of two links used at the same moment one sets the password', async () => {
  const userId = await web.asSystem(async (tx) => {
    const [mentor] = await tx.select().from(users).where(eq(users.email, 'mentor@example.test'))
    return mentor!.id
  })
  const secrets = Array.from({ length: 6 }, (_, n) => `at once ${n}`)
  await web.asSystem(async (tx) => {
    for (const secret of secrets)
      await addToken(tx, { hash: hashOf(secret), userId, purpose: 'invite', now: clock.now() })
  })
  const answers = await Promise.all(
    secrets.map((secret) => post(`/reset-password/${secret}`, { password: PASSWORD })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422])
})
