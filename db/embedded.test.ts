import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attachOrStart, startEmbedded, type EmbeddedDatabase } from './embedded.ts'
import { findServer, isAlive, stopServer } from './embedded-process.ts'

const settings = { fsync: 'off' }
let folder: string
let running: EmbeddedDatabase[]
let programs: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughgate-embedded-'))
  chmodSync(folder, 0o711)
  running = []
  programs = []
})
afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL')
  for (const database of running) await database.stop()
  const orphan = findServer(join(folder, '.data/postgres/data'))
  if (orphan) await stopServer(orphan)
  rmSync(folder, { recursive: true, force: true })
})

test('data survive a stop and a start, and nothing is left running', async () => {
  const first = await start()
  await run(first.ownerUrl, 'create table kept as select 7 as n')
  const pid = findServer(first.dataDir)!
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(folder, '.data/embedded.json'))).toBe(false)

  const second = await start()
  expect(await run(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
})

test('it listens on loopback only, speaks UTF-8 and keeps its passwords to itself', async () => {
  const { ownerUrl, dataDir } = await start()
  expect(await run(ownerUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await run(ownerUrl, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  expect(await run(ownerUrl, "select lower('ŴYN ÉLISE') as l")).toEqual([{ l: 'ŵyn élise' }])
  for (const file of [join(dataDir, '../credentials.json'), join(folder, '.data/embedded.json')])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(run(withPassword(ownerUrl, 'wrong'), 'select 1')).rejects.toThrow('password')
})

test('neither login is a superuser, and the app’s owns nothing', async () => {
  const { ownerUrl, appUrl } = await start()
  const rights = `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as high
    from pg_roles where rolname = current_user`
  expect(await run(ownerUrl, rights)).toEqual([{ high: false }])
  expect(await run(appUrl, rights)).toEqual([{ high: false }])
  await expect(run(appUrl, 'create table mine ()')).rejects.toThrow('permission denied')
})

test('a second start while the first program lives is refused, and a command joins it', async () => {
  const program = await startInAnotherProgram()
  await expect(startEmbedded({ dir: join(folder, '.data'), settings })).rejects.toThrow(
    `in use by process ${program.pid}`,
  )
  const joined = await attachOrStart({ dir: join(folder, '.data') })
  expect(await run(joined.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await joined.stop()
  expect(findServer(joined.dataDir)).not.toBeNull()
})

test('after kill -9 of the product the next start takes over and loses nothing', async () => {
  const program = await startInAnotherProgram()
  const { dataDir, ownerUrl } = await attachOrStart({ dir: join(folder, '.data') })
  await run(ownerUrl, 'create table kept as select 7 as n')
  const orphan = findServer(dataDir)!
  program.kill('SIGKILL')
  await once(program, 'exit')

  const again = await start()
  expect(isAlive(orphan)).toBe(false)
  expect(await run(again.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
})

test('a stale postmaster.pid that names somebody else’s process does no harm', async () => {
  const first = await start()
  const pidFile = join(first.dataDir, 'postmaster.pid')
  const content = readFileSync(pidFile, 'utf8')
  await first.stop()
  writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)))
  expect(findServer(first.dataDir)).toBeNull()

  const second = await start()
  expect(await run(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that is killed comes back on the same port', async () => {
  const { dataDir, appUrl } = await start()
  process.kill(findServer(dataDir)!, 'SIGKILL')
  await expect
    .poll(() => run(appUrl, 'select 1 as one').catch(() => 'away'), {
      timeout: 20_000,
      interval: 200,
    })
    .toEqual([{ one: 1 }])
})

test('a program that ends without stop() leaves no server behind', async () => {
  const program = await startInAnotherProgram('setTimeout(() => process.exit(3), 200)')
  const { dataDir } = await attachOrStart({ dir: join(folder, '.data') })
  const pid = findServer(dataDir)!
  await once(program, 'exit')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dir: join(folder, '.data'), settings })
  running.push(database)
  return database
}

/** A product of its own, in another process, that lives until it is killed. */
async function startInAnotherProgram(then = 'setInterval(() => {}, 1000)'): Promise<ChildProcess> {
  const script = join(folder, 'product.mts')
  const embedded = fileURLToPath(new URL('./embedded.ts', import.meta.url))
  writeFileSync(
    script,
    `import { startEmbedded } from ${JSON.stringify(embedded)}
     await startEmbedded(${JSON.stringify({ dir: join(folder, '.data'), settings })})
     ${then}`,
  )
  const program = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' })
  programs.push(program)
  for (let waited = 0; !existsSync(join(folder, '.data/embedded.json')); waited += 50) {
    if (waited > 30_000 || program.exitCode !== null) throw new Error('The program did not start')
    await sleep(50)
  }
  return program
}

async function run(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function withPassword(url: string, password: string): string {
  const changed = new URL(url)
  changed.password = password
  return changed.href
}
