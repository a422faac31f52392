import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join, resolve as absolute } from 'node:path'
import { commandLine } from '#db/embedded-process.ts'

export interface MeiliProcess {
  url: string
  masterKey: string
  /** The running program; another one after a restart. */
  pid(): number | undefined
  /** Ends it and waits until it is gone. */
  stop: () => Promise<void>
}

export interface MeiliProcessOptions {
  /** Where its data and its master key are kept. */
  folder: string
  binary: string
  /** Told when it ends by itself; it is then started again on the same port. */
  onExit?: (reason: string) => void
}

/** The Meilisearch program: `MEILI_BIN`, or the first on the PATH; null when there is none. */
export function findMeiliBinary(
  env: Record<string, string | undefined> = process.env,
): string | null {
  const candidates = env.MEILI_BIN
    ? [env.MEILI_BIN]
    : (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'meilisearch'))
  return candidates.find(isProgram) ?? null
}

/** Starts Meilisearch on a free loopback port and resolves once it is healthy. */
export async function startMeili(options: MeiliProcessOptions): Promise<MeiliProcess> {
  const { binary, onExit } = options
  // Also what tells our own program from another one, see `endLeftover`.
  const folder = absolute(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'pid')
  await endLeftover(pidFile, folder)
  const masterKey = keepMasterKey(join(folder, 'master-key'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let stopping = false
  let restarts = 0
  let again: NodeJS.Timeout | undefined

  const launch = () => {
    child = spawn(
      binary,
      [
        ...['--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics'],
        ...['--db-path', join(folder, 'data'), '--dump-dir', join(folder, 'dumps')],
        ...['--log-level', 'WARN'],
      ],
      {
        cwd: folder,
        stdio: 'ignore',
        // Not as an argument: those are shown to every user of the machine.
        env: {
          PATH: process.env.PATH,
          NODE_ENV: process.env.NODE_ENV,
          MEILI_MASTER_KEY: masterKey,
        },
      },
    )
    if (child.pid !== undefined) writeFileSync(pidFile, String(child.pid))
    // Never both: a program that could not be started does not exit.
    child.once('error', (error) => ended(error.message))
    child.once('exit', (code, signal) => ended(`ended with ${signal ?? code}`))
  }
  const ended = (reason: string) => {
    if (stopping) return
    onExit?.(reason)
    restarts += 1
    again = setTimeout(launch, Math.min(30_000, 250 * 2 ** restarts)).unref()
  }
  const killNow = () => void child.kill('SIGKILL')

  launch()
  process.once('exit', killNow)
  const stop = async () => {
    stopping = true
    clearTimeout(again)
    process.off('exit', killNow)
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(hard)
    rmSync(pidFile, { force: true })
  }
  if (await healthy(url)) return { url, masterKey, pid: () => child.pid, stop }
  await stop()
  throw new Error(`Meilisearch (${binary}) did not become healthy`)
}

/** A product that was killed leaves its Meilisearch running: two must not write into one folder. */
async function endLeftover(pidFile: string, folder: string): Promise<void> {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  // By its folder: the number alone may be another program's by now.
  const isOurs = () => commandLine(pid).includes(`--db-path ${join(folder, 'data')}`)
  for (let waited = 0; isOurs(); waited += 50) {
    if (waited % 5000 === 0) process.kill(pid, waited === 0 ? 'SIGTERM' : 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  rmSync(pidFile)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function keepMasterKey(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function healthy(url: string): Promise<boolean> {
  const deadline = Date.now() + 15_000
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })
      if (answer.ok) return true
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return false
}
