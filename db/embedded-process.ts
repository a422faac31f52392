import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * The arguments a process was started with, or '' when it is gone. A process id alone proves
 * nothing: after a crash, and above all in a container, another program may have received it.
 */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    // no /proc (macOS), or the process is gone
  }
  try {
    const found = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return found.toString('utf8').trim()
  } catch {
    return ''
  }
}

/** The process id of the Postgres that serves `dataDir` now, or null. */
export function findServer(dataDir: string): number | null {
  let pid: number
  try {
    pid = Number(readFileSync(`${dataDir}/postmaster.pid`, 'utf8').split('\n')[0])
  } catch {
    return null
  }
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null
  const line = commandLine(pid)
  return line.includes('postgres') && (line.includes(dataDir) || worksIn(pid, dataDir)) ? pid : null
}

/** Postgres makes its data folder its working folder: true even after the project was moved. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return false
  }
}

/**
 * Stops a Postgres: "fast" first (open transactions roll back, data is flushed), "immediate"
 * after ten seconds, SIGKILL as the last resort. Resolves when the process is gone.
 */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!isAlive(pid)) return
      await sleep(20)
    }
  }
}
