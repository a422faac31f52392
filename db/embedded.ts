import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { asUser, choosePlace, type Place } from './embedded-place.ts'
import { commandLine, findServer, isAlive, stopServer } from './embedded-process.ts'

export const OWNER_ROLE = 'throughgate_owner'
export const APP_ROLE = 'throughgate_app'
const ADMIN_ROLE = 'throughgate_admin'
const DATABASE = 'throughgate'

export type EmbeddedDatabase = {
  /** The login that owns the database and its tables: migrations only. */
  ownerUrl: string
  /** The login of the running product: owns nothing, row-level security applies to it. */
  appUrl: string
  /** The superuser on the maintenance database: backups and tests. */
  adminUrl: string
  port: number
  dataDir: string
  /** Stops the server if this process started it, else only lets go of it. May be called twice. */
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  /** The project's folder for data; default `.data` in the current folder. */
  dir?: string
  /** Extra server settings, such as `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>
}

type Credentials = { admin: string; owner: string; app: string }
type State = { pid: number; startedBy: number; port: number; dataDir: string; credentials: string }

/**
 * Starts the embedded Postgres on a free port of 127.0.0.1, creating it on first use. A server
 * left over by a killed product is stopped first; one that a living program uses is an error.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const dir = resolve(options.dir ?? '.data')
  const place = choosePlace(dir)
  const dataDir = join(place.home, 'data')
  const stateFile = join(dir, 'embedded.json')
  await clearLeftovers(dataDir, stateFile)

  const credentials = readOrMakeCredentials(place.home)
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(place, dataDir, credentials)

  let stopping = false
  let server = await launch(place, dataDir, credentials, freePort, options.settings)
  const { port } = server
  const writeState = () =>
    writePrivate(stateFile, {
      pid: server.child.pid!,
      startedBy: process.pid,
      port,
      dataDir,
      credentials: join(place.home, 'credentials.json'),
    } satisfies State)
  const restartWhenItDies = () =>
    server.child.once('exit', () => {
      if (stopping) return
      // The same port, so that open connection pools find it again.
      relaunch().catch((error: unknown) => {
        process.stderr.write(`The embedded database stopped and does not start: ${String(error)}\n`)
      })
    })
  const relaunch = async () => {
    server = await launch(place, dataDir, credentials, () => port, options.settings)
    if (stopping) return stopServer(server.child.pid!)
    writeState()
    restartWhenItDies()
  }
  // process.exit() without stop(): the signal is enough, Postgres does the rest.
  const onExit = () => void server.child.kill('SIGINT')

  await createRolesAndDatabase(urls(port, credentials).adminUrl, credentials)
  writeState()
  restartWhenItDies()
  process.once('exit', onExit)

  const stop = async () => {
    if (stopping) return
    stopping = true
    await stopServer(server.child.pid!)
    process.removeListener('exit', onExit)
    rmSync(stateFile, { force: true })
  }
  return { ...urls(port, credentials), port, dataDir, stop }
}

/**
 * For command-line programs: uses the server of a running product, or else starts it for as long
 * as the program runs (and stops it on Ctrl-C too).
 */
export async function attachOrStart(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const stateFile = join(resolve(options.dir ?? '.data'), 'embedded.json')
  const state = readJson<State>(stateFile)
  if (state && findServer(state.dataDir) === state.pid && isProgramAlive(state.startedBy)) {
    const credentials = readJson<Credentials>(state.credentials)
    if (!credentials) throw new Error(`Cannot read ${state.credentials}`)
    const { port, dataDir } = state
    return { ...urls(port, credentials), port, dataDir, stop: () => Promise.resolve() }
  }
  const started = await startEmbedded(options)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void started.stop().finally(() => process.exit(1)))
  return started
}

async function clearLeftovers(dataDir: string, stateFile: string): Promise<void> {
  const running = findServer(dataDir)
  const state = readJson<State>(stateFile)
  if (running) {
    if (
      state?.pid === running &&
      state.startedBy !== process.pid &&
      isProgramAlive(state.startedBy)
    )
      throw new Error(
        `The database in ${dataDir} is in use by process ${state.startedBy}. Stop that one first.`,
      )
    await stopServer(running)
  }
  // Postgres believes this file if any process has that number now, so a stale one must go.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
  rmSync(stateFile, { force: true })
}

function isProgramAlive(pid: number): boolean {
  return isAlive(pid) && /node|tsx|vitest|throughgate/.test(commandLine(pid))
}

function readOrMakeCredentials(home: string): Credentials {
  const file = join(home, 'credentials.json')
  const found = readJson<Credentials>(file)
  if (found) return found
  if (existsSync(join(home, 'data', 'PG_VERSION')))
    throw new Error(`The passwords of the database in ${home} are missing: ${file} is not there.`)
  const password = () => randomBytes(24).toString('base64url')
  const made = { admin: password(), owner: password(), app: password() }
  writePrivate(file, made)
  return made
}

/** Creates the cluster beside its final place and renames it, so that a kill leaves no half. */
function initialise(place: Place, dataDir: string, credentials: Credentials): void {
  const half = join(place.home, 'data.new')
  const passwordFile = join(place.home, 'initial-password')
  for (const old of [half, passwordFile, dataDir]) rmSync(old, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, credentials.admin, { mode: 0o600 })
  if (place.runAs)
    for (const made of [half, passwordFile]) chownSync(made, place.runAs.uid, place.runAs.gid)

  const run = spawnSync(
    join(place.binDir, 'initdb'),
    [
      `--pgdata=${half}`,
      `--username=${ADMIN_ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built into Postgres, so that sorting is the same on every machine and after every upgrade.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...asUser(place.runAs), env: { ...process.env, TZ: 'UTC' } },
  )
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new Error(
      `initdb failed: ${run.error?.message ?? run.stderr.toString('utf8').trim().slice(-1000)}`,
    )
  }
  renameSync(half, dataDir)
}

type Server = { child: ChildProcess; port: number }

/**
 * Starts the server, several times if need be: the port may be taken in the meantime, and the
 * children of a killed server may need a moment to notice and let go of the shared memory.
 */
async function launch(
  place: Place,
  dataDir: string,
  credentials: Credentials,
  choosePort: () => number | Promise<number>,
  settings?: Record<string, string>,
): Promise<Server> {
  for (let tries = 1; ; tries++) {
    try {
      return await launchOnce(place, dataDir, credentials, await choosePort(), settings)
    } catch (error) {
      if (tries === 5) throw error
      await sleep(tries * 400)
    }
  }
}

async function launchOnce(
  place: Place,
  dataDir: string,
  credentials: Credentials,
  port: number,
  settings: Record<string, string> = {},
): Promise<Server> {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Short queries gain nothing from it and pay for the compilation.
    jit: 'off',
    ...settings,
  }
  const logFile = join(place.home, 'server.log')
  const log = openSync(logFile, 'w', 0o600)
  // Its own process group: Ctrl-C must reach it through stop(), after the product has drained.
  const child = spawn(
    join(place.binDir, 'postgres'),
    ['-D', dataDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...asUser(place.runAs), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  child.unref()
  let failure: string | null = null
  child.once('error', (error) => (failure = error.message))
  child.once('exit', (code) => (failure ??= `it ended with ${code}`))

  const deadline = Date.now() + 60_000
  while (!(await answers(urls(port, credentials).adminUrl))) {
    if (failure ?? Date.now() > deadline) {
      if (child.pid) await stopServer(child.pid)
      const last = readFileSync(logFile, 'utf8').trim().slice(-1000)
      throw new Error(`The embedded Postgres does not start (${failure ?? 'no answer'}): ${last}`)
    }
    await sleep(50)
  }
  return { child, port }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function createRolesAndDatabase(adminUrl: string, credentials: Credentials): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const known = await sql<{ name: string }[]>`
      select rolname as name from pg_roles union all select datname from pg_database`
    const names = new Set(known.map((row) => row.name))
    // Passwords are our own base64url, so they need no quoting inside the literal.
    for (const [role, password] of [
      [OWNER_ROLE, credentials.owner],
      [APP_ROLE, credentials.app],
    ] as const) {
      if (names.has(role)) continue
      await sql.unsafe(
        `create role ${role} login password '${password}'
           nosuperuser nobypassrls nocreatedb nocreaterole noreplication`,
      )
    }
    if (!names.has(DATABASE)) await sql.unsafe(`create database ${DATABASE} owner ${OWNER_ROLE}`)
    await sql.unsafe(`revoke all on database ${DATABASE} from public`)
    await sql.unsafe(`grant connect on database ${DATABASE} to ${APP_ROLE}`)
    // Functions of the migrations carry "SET app.role", which only a superuser may allow.
    await sql.unsafe(`grant set on parameter app.role to ${OWNER_ROLE}`)
  } finally {
    await sql.end()
  }
}

function urls(port: number, credentials: Credentials) {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  return {
    ownerUrl: url(OWNER_ROLE, credentials.owner, DATABASE),
    appUrl: url(APP_ROLE, credentials.app, DATABASE),
    adminUrl: url(ADMIN_ROLE, credentials.admin, 'postgres'),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function readJson<T>(file: string): T | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

function writePrivate(file: string, content: object): void {
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, file)
}
