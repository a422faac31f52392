import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, inTransaction, sqlOf, type Database } from '#db/client.server.ts'
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { migrate } from '#db/migrate.ts'
import { buildPlan } from '#search/plan.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { root } from '#tests/architecture/source-files.ts'
import { makeFiles } from './files.ts'

/** A large file of real adverts, too large for the repository: its path, to run the last test. */
const adverts = process.env.ADVERTS_CSV ?? ''

const files = makeFiles()
const folder = mkdtempSync(join(tmpdir(), 'throughgate-running-'))
let server: EmbeddedDatabase
let db: Database

beforeAll(async () => {
  // This process stands for the running product: it owns the embedded server.
  server = await startEmbedded({ dir: join(folder, '.data'), settings: { fsync: 'off' } })
  await migrate(server.ownerUrl, server.appUrl)
  db = connect(server.appUrl, { max: 2 })
  await inTransaction(db, system, async (tx) => {
    const { id } = await makeUser(tx, { isInvented: true })
    await makeGrant(tx, { userId: id, role: 'coordinator' })
  })
})

afterAll(async () => {
  await db.$client.end()
  await server.stop()
  files.clear()
  rmSync(folder, { recursive: true, force: true })
})

test('it joins the database of the running product, and the demo’s coordinator publishes', async () => {
  const file = files.write(
    'category,city,job_title,job_type,salary_offered,state\n' +
      'catering jobs,Norwich,Tea Lady,"Permanent, full-time",,Norfolk\n',
  )
  const said = await run(file)
  expect(said).toContain('Written: 1 are live')
  expect(await titlesFor('tea lady')).toEqual(['Tea Lady'])
})

test.skipIf(!existsSync(adverts))(
  'thirty thousand real adverts go in within 500 MB and are found (needs ADVERTS_CSV)',
  async () => {
    const said = await run(adverts)
    expect(said).toMatch(/line \d+ refused: the same as line \d+/)
    expect(Number(/(\d+) MB of memory/.exec(said)?.[1])).toBeLessThan(500)
    for (const [words, title] of [
      ['vehicle technician', /vehicle technician/i],
      ['kitchen porter', /kitchen porter/i],
      ['legl secretary', /legal secretary/i],
    ] as const)
      expect((await titlesFor(words)).slice(0, 3)).toContainEqual(expect.stringMatching(title))
  },
  120_000,
)

const system = { userId: null, role: 'system', employerId: null } as const

function run(file: string): Promise<string> {
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
  const script = join(root, 'scripts/import-opportunities.ts')
  const options = ['--columns', 'adverts', '--apply', '--publish']
  const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '' }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', loader, script, file, ...options],
      { cwd: folder, env, maxBuffer: 10_000_000 },
      (error, stdout, stderr) => (error ? reject(new Error(stdout + stderr)) : resolve(stdout)),
    )
  })
}

async function titlesFor(text: string): Promise<string[]> {
  return inTransaction(db, system, async (tx) => {
    const { ids } = await postgresSearch(sqlOf(tx)).search(buildPlan({ text }))
    const rows = await tx.query.opportunities.findMany({ columns: { id: true, title: true } })
    const titles = new Map(rows.map(({ id, title }) => [id, title]))
    return ids.map((id) => titles.get(id) ?? '')
  })
}
