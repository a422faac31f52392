import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
}, 180_000)
afterAll(() => web.stop())

/** Closes the database to the app and ends its connections, as a restart of Postgres would. */
async function setOpen(isOpen: boolean) {
  const admin = new URL(web.database.adminUrl)
  const name = admin.pathname.slice(1)
  admin.pathname = '/postgres'
  const sql = postgres(admin.href, { max: 1 })
  await sql.unsafe(`alter database ${name} allow_connections ${isOpen}`)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
  await sql.end()
}

test('while the database is away people read that the service is busy, and it comes back by itself', async () => {
  const browser = openBrowser(web)
  expect((await browser.get('/')).status).toBe(200)
  expect((await browser.get('/readyz')).status).toBe(200)

  await setOpen(false)
  const page = await browser.get('/')
  expect(page.status).toBe(503)
  const text = await page.text()
  expect(text).toContain('the service is busy')
  expect(text).toMatch(/Reference: (<!-- -->)?<span>[2-9A-Z]{4}-[2-9A-Z]{4}/)
  expect((await browser.post('/sign-in/link', { email: 'a@example.test' })).status).toBe(503)
  expect((await browser.post('/sign-in', { email: 'a@b.test', password: 'x' })).status).toBe(503)
  expect((await browser.get('/healthz')).status).toBe(200)
  expect((await browser.get('/readyz')).status).toBe(503)

  await setOpen(true)
  expect((await browser.get('/')).status).toBe(200)
  expect((await browser.get('/readyz')).status).toBe(200)
})
