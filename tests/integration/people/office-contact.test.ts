import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeContact } from '#app/features/office/contact.server.ts'
import { systemClock } from '#app/platform/clock.ts'
import { anonymous, system } from '#app/platform/context.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { logger } from '#app/platform/logger.server.ts'
import { connect, inTransaction, type Database } from '#db/client.server.ts'
import { makeUser } from '#db/factories/index.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = connect(database.appUrl)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const told = (env: Record<string, string>) =>
  inTransaction(db, anonymous('test'), (tx) =>
    officeContact(
      { db: tx, actor: anonymous('test'), clock: systemClock, log: logger },
      readSettings(env, false),
    ),
  )
const addUser = (isInvented: boolean) =>
  inTransaction(db, system('test'), (tx) => makeUser(tx, { isInvented }))
const SMTP_URL = 'smtp://localhost:25'
const nothing = { email: null, phone: null }

test('what is set is told, in a demo as well', async () => {
  const env = { SMTP_URL, OFFICE_PHONE: '01632 960123' }
  const set = { email: null, phone: '01632 960123' }
  expect(await told(env)).toEqual(set)
  expect(await told({ ...env, DEMO: '1' })).toEqual(set)
})

test('an invented office is told of as long as everybody is invented, and never to real people', async () => {
  await addUser(true)
  expect(await told({ SMTP_URL })).toEqual(nothing)
  expect(await told({ DEMO: '1' })).toEqual({
    email: 'office@demo.example',
    phone: '01632 960990',
  })
  await addUser(false)
  expect(await told({ DEMO: '1' })).toEqual(nothing)
})
