import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system } from '#app/platform/context.ts'
import { connect, DatabaseSilent, inTransaction } from '#db/client.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { makeGrant, makeProgramme, makeUser } from '#db/factories/index.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { makeFreezable } from '#tests/support/freezable.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'

let database: TestDatabase
let way: Awaited<ReturnType<typeof makeFreezable>>
let web: TestWeb
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  way = await makeFreezable(database.appUrl)
  web = await startTestWeb({ database: { ...database, appUrl: way.url } })
  db = connect(way.url, { max: 1 })
}, 180_000)
afterAll(async () => {
  way.setFrozen(false)
  await db.$client.end()
  await web.stop()
  way.close()
  await database.drop()
})
beforeEach(() => way.setFrozen(false))

const inside = <T>(work: (tx: Tx) => Promise<T>, limit?: number) =>
  inTransaction(db, system('test'), work, limit ? { limit } : {})
const connection = (limit?: number) =>
  inside(
    async (tx) => (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid,
    limit,
  )
const programmes = () =>
  inside(async (tx) => (await tx.execute(sql`select slug from programmes`)).map(({ slug }) => slug))

test('a transaction that waits longer than its limit is given up, and its connection with it', async () => {
  const before = await connection()
  way.setFrozen(true)
  await expect(connection(500)).rejects.toBeInstanceOf(DatabaseSilent)
  way.setFrozen(false)
  const after = await connection()
  expect(after).toBeTypeOf('number')
  expect(after).not.toBe(before)
})

test('nothing of what was given up is saved, whether it froze in the middle or was done too late', async () => {
  const froze = inside(async (tx) => {
    await makeProgramme(tx, { slug: 'froze' })
    way.setFrozen(true)
    await makeProgramme(tx, { slug: 'froze-too' })
  }, 500)
  await expect(froze).rejects.toBeInstanceOf(DatabaseSilent)
  way.setFrozen(false)
  const late = inside(async (tx) => {
    await makeProgramme(tx, { slug: 'late' })
    await sleep(700)
  }, 500)
  await expect(late).rejects.toBeInstanceOf(DatabaseSilent)
  const later = inside(async (tx) => {
    await makeProgramme(tx, { slug: 'later' })
    await sleep(700)
    await makeProgramme(tx, { slug: 'later-still' })
  }, 500)
  await expect(later).rejects.toBeInstanceOf(DatabaseSilent)
  await sleep(500)
  expect(await programmes()).toEqual([])
})

test('one without a limit may take its time', async () => {
  await inside(async (tx) => {
    await sleep(700)
    await makeProgramme(tx, { slug: 'slow' })
  })
  expect(await programmes()).toEqual(['slow'])
})

test('while the database is frozen people get an answer, and it comes back by itself', async () => {
  await web.asSystem(async (tx) => {
    const user = await makeUser(tx, { isInvented: true })
    await makeGrant(tx, { userId: user.id, role: 'board' })
  })
  const browser = openBrowser(web)
  await browser.post('/demo/sign-in', { person: 'board' })
  expect((await browser.get('/board')).status).toBe(200)

  way.setFrozen(true)
  const from = performance.now()
  const answers = await Promise.all([
    ...Array.from({ length: 8 }, () => browser.get('/board')),
    browser.get('/openings'),
    browser.get('/board.data'),
    browser.post('/sign-in', { email: 'a@b.test', password: 'x' }),
    browser.post('/sign-in/link', { email: 'a@example.test' }),
    openBrowser(web).get('/readyz'),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503))
  expect(performance.now() - from).toBeLessThan(20_000)
  expect(await answers[0]?.text()).toMatch(/Reference: (<!-- -->)?<span>[2-9A-Z]{4}-[2-9A-Z]{4}/)
  expect((await browser.get('/healthz')).status).toBe(200)

  way.setFrozen(false)
  expect((await browser.get('/board')).status).toBe(200)
  expect((await browser.get('/openings')).status).toBe(200)
  expect((await browser.get('/readyz')).status).toBe(200)
}, 60_000)
