import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsAtHead } from '#db/migrate.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

let one: TestDatabase
let two: TestDatabase

beforeAll(async () => {
  ;[one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
})
afterAll(() => Promise.all([one.drop(), two.drop()]))

test('a test database is at the newest migration, as the app itself sees it', async () => {
  const sql = postgres(one.appUrl, { max: 1 })
  expect(await migrationsAtHead(sql)).toBe(true)
  await sql.end()
})

test('two test databases share nothing', async () => {
  const [a, b] = [postgres(one.ownerUrl, { max: 1 }), postgres(two.ownerUrl, { max: 1 })]
  await a`create table only_here (id int)`
  const [row] = await b<{ found: string | null }[]>`select to_regclass('only_here') as found`
  expect(row?.found).toBeNull()
  await Promise.all([a.end(), b.end()])
})

test('the app’s login owns nothing and cannot go round row-level security', async () => {
  const sql = postgres(one.appUrl, { max: 1 })
  const [role] = await sql`
    select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    owned: 0,
  })
  await expect(sql`create table mine (id int)`).rejects.toThrow('permission denied')
  await sql.end()
})
