import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A place for small CSV files, gone after `clear`. */
export function makeFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'throughgate-import-'))
  let made = 0
  return {
    write: (content: string | Buffer) => {
      const file = join(folder, `${(made += 1)}.csv`)
      writeFileSync(file, content)
      return file
    },
    clear: () => rmSync(folder, { recursive: true }),
  }
}
