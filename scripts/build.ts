import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SERVER = join(ROOT, 'build/server/index.js')
const SOURCES = [
  'app',
  'public',
  'db',
  'search',
  'vite.config.ts',
  'remix.config.js',
  'package-lock.json',
]
const LOCK = join(ROOT, 'node_modules/.cache/build.lock')

export const CLIENT_DIR = join(ROOT, 'build/client')
/** Import it only after `ensureBuild`. */
export const SERVER_BUILD = SERVER

/** Builds the product when it was never built, or when a source is newer than the build. */
export async function ensureBuild(): Promise<void> {
  const release = await takeTurn()
  try {
    const builtAt = existsSync(SERVER) ? statSync(SERVER).mtimeMs : 0
    if (SOURCES.every((source) => newestIn(join(ROOT, source)) < builtAt)) return
    const cli = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
    const run = spawnSync(process.execPath, [cli, 'vite:build'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}\n${run.stderr}`)
  } finally {
    release()
  }
}

/** Two builds at once would write into the same folder. A lock of a killed build grows old. */
async function takeTurn(): Promise<() => void> {
  mkdirSync(join(LOCK, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(LOCK)
      return () => rmSync(LOCK, { recursive: true, force: true })
    } catch {
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > 180_000) rmSync(LOCK, { recursive: true, force: true })
      await sleep(200)
    }
  }
}

/** Folders count too: theirs changes when a file is taken away. Tests do not. */
function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || /\.test\.tsx?$/.test(path)) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)))
  return Math.max(found.mtimeMs, ...inside)
}
