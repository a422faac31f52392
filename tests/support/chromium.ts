import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

export type Browser = {
  executablePath: string
  args: string[]
  /** What the browser needs besides the present environment. */
  env: Record<string, string>
  /** Where it was found, for the test report. */
  source: 'CHROMIUM_PATH' | 'PATH' | 'playwright' | 'package'
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGE = '@sparticuz/chromium'

/** Finds a Chromium for the browser tests; the last resort needs nothing but `npm ci`. */
export function findChromium(): Browser {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!canRun(named)) throw new Error(`CHROMIUM_PATH is not a program: ${named}`)
    return browser(named, 'CHROMIUM_PATH')
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of NAMES)
      if (folder && canRun(join(folder, name))) return browser(join(folder, name), 'PATH')
  if (canRun(chromium.executablePath())) return browser(chromium.executablePath(), 'playwright')
  return fromPackage()
}

function browser(executablePath: string, source: Browser['source']): Browser {
  // Containers give /dev/shm too little room for a page with images.
  return { executablePath, args: ['--disable-dev-shm-usage'], env: {}, source }
}

/**
 * Unpacks the browser that lives inside an npm package, once, under node_modules/.cache. Its own
 * recommended switches are left out: they turn web security off and run everything in one process.
 */
function fromPackage(): Browser {
  const entry = createRequire(import.meta.url).resolve(PACKAGE)
  const root = resolve(dirname(entry), '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = fileURLToPath(
    new URL(`../../node_modules/.cache/chromium-${version}`, import.meta.url),
  )
  if (!existsSync(cache)) unpack(cache)

  const executablePath = join(cache, 'chromium')
  const env: Record<string, string> = {}
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(cache, 'fonts')
  if (!starts(executablePath, env)) {
    env.LD_LIBRARY_PATH = [join(cache, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':')
    const problem = whyNot(executablePath, env)
    if (problem) throw new Error(`The packaged Chromium does not start: ${problem}`)
  }
  return { ...browser(executablePath, 'package'), env }
}

/**
 * In a process of its own: the package unpacks into TMPDIR, and adds the libraries of Amazon Linux
 * (libnss3 and its relatives) only when it believes to run there.
 */
function unpack(cache: string): void {
  const half = `${cache}.${process.pid}`
  mkdirSync(half, { recursive: true })
  const entry = pathToFileURL(createRequire(import.meta.url).resolve(PACKAGE)).href
  const script = `const { default: m } = await import(${JSON.stringify(entry)});
    await (m.default ?? m).executablePath()`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new Error(`Chromium could not be unpacked: ${run.stderr.toString('utf8')}`)
  }
  renameSync(half, cache)
}

function starts(program: string, env: Record<string, string>): boolean {
  return whyNot(program, env) === null
}

function whyNot(program: string, env: Record<string, string>): string | null {
  const run = spawnSync(program, ['--version'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  })
  return run.status === 0 ? null : (run.error?.message ?? run.stderr.toString('utf8').slice(-500))
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
