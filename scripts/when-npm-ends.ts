import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Calls back when the `npm` that started this program has gone. A signal sent to npm reaches only
 * the shell between us, which ends without passing it on; the shell's end is what we can see.
 */
export function whenNpmEnds(callBack: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const starter = process.ppid
  const shell = parentOf(starter)
  setInterval(() => {
    if (process.ppid !== starter || parentOf(starter) !== shell) callBack()
  }, 1_000).unref()
}

function parentOf(pid: number): number | null {
  try {
    // "pid (name) state parent …", and the name may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    // no /proc (macOS), or the process has gone
  }
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }))
  } catch {
    return null
  }
}
