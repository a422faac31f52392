import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, inTransaction } from '#db/client.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { root } from '#tests/architecture/source-files.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { makeFiles } from './files.ts'

const files = makeFiles()
let database: TestDatabase
let file: string

beforeAll(async () => {
  database = await createTestDatabase()
  const db = connect(database.appUrl, { max: 1 })
  const system = { userId: null, role: 'system', employerId: null } as const
  await inTransaction(db, system, async (tx) => {
    for (const role of ['coordinator', 'mentor'] as const) {
      const { id } = await makeUser(tx, { email: `${role}@example.test` })
      await makeGrant(tx, { userId: id, role })
    }
  })
  await db.$client.end()
  file = files.write(
    'category,city,job_title,job_type,salary_offered,state\n' +
      'catering jobs,Norwich,Kitchen Porter,"Permanent, full-time", £18000 per annum ,Norfolk\n' +
      'catering jobs,Norwich,,"Permanent, full-time", £18000 per annum ,Norfolk\n',
  )
})

afterAll(async () => {
  files.clear()
  await database.drop()
})

test('without --apply it writes nothing and says so', async () => {
  const { said, code } = await run(file, '--columns', 'adverts')
  expect(said).toContain('line 3 refused: it has no title')
  expect(said).toContain('2 rows read: 1 good, 1 refused')
  expect(said).toContain('nothing was written')
  expect(code).toBe(0)
  expect(await countLive()).toBe(0)
})

test('a command it cannot follow is explained, and nothing is written', async () => {
  const cases = [
    [[], 'npm run import:opportunities -- FILE.csv'],
    [[file, '--colums', 'adverts'], 'npm run import:opportunities -- FILE.csv'],
    [[file, '--closes', '2026-02-31'], 'is not a date'],
    [[file, '--closes', '2020-01-01'], 'is in the past'],
    [[file, '--publish'], '--publish needs --apply'],
    [[file, '--columns', 'adverts', '--apply', '--publish'], '--publish needs --as'],
    [
      [file, '--columns', 'adverts', '--apply', '--publish', '--as', 'mentor@example.test'],
      'no active coordinator',
    ],
  ] as const
  await Promise.all(
    cases.map(async ([args, sentence]) => {
      const { said, code } = await run(...args)
      expect(said).toContain(sentence)
      expect(said).toContain('Nothing was written.')
      expect(code).toBe(1)
    }),
  )
  expect(await countLive()).toBe(0)
})

test('a coordinator publishes', async () => {
  const args = ['--columns', 'adverts', '--apply', '--publish', '--as', 'Coordinator@example.test']
  const { said, code } = await run(file, ...args)
  expect(said).toContain('Written: 1 are live')
  expect(code).toBe(0)
  expect(await countLive()).toBe(1)
})

function run(...args: string[]): Promise<{ said: string; code: number }> {
  const env = { ...process.env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: '' }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/import-opportunities.ts', ...args],
      { cwd: root, env },
      (error, stdout, stderr) =>
        resolve({ said: stdout + stderr, code: error ? Number(error.code) : 0 }),
    )
  })
}

async function countLive(): Promise<number> {
  const db = connect(database.appUrl, { max: 1 })
  const anybody = { userId: null, role: 'anonymous', employerId: null } as const
  const [row] = await inTransaction(db, anybody, (tx) =>
    tx.execute<{ n: number }>('select count(*)::int as n from opportunities'),
  )
  await db.$client.end()
  return row?.n ?? 0
}
