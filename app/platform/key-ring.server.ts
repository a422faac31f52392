import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRing } from './crypto.server.ts'

interface KeySettings {
  /** `2:KEY,1:KEY`: a version and 32 bytes in base64, for each key there is. */
  FIELD_KEYS?: string | undefined
  /** A file of the same, one a line. */
  FIELD_KEYS_FILE?: string | undefined
}

const HOW =
  'Set FIELD_KEYS to a version and a key, like 1:KEY, where KEY is 32 random bytes in base64 ' +
  '(openssl rand -base64 32), or name a file of such lines in FIELD_KEYS_FILE.'

/**
 * The keys of the settings, or with the embedded database those in its data folder, where one is
 * made at the first start.
 *
 * @param dataFolder the embedded database's; null where the database is an outside one
 */
export function readKeyRing(
  settings: KeySettings | NodeJS.ProcessEnv,
  dataFolder: string | null,
): KeyRing {
  const { FIELD_KEYS: given, FIELD_KEYS_FILE: file } = settings
  if (given && file) throw new Error('Set FIELD_KEYS or FIELD_KEYS_FILE, not both.')
  if (given) return parseKeys(given, 'FIELD_KEYS')
  if (file) return parseKeys(readFileSync(file, 'utf8'), 'FIELD_KEYS_FILE')
  if (dataFolder === null)
    throw new Error(`FIELD_KEYS is not set, and people’s private texts are kept sealed. ${HOW}`)
  return parseKeys(ownKeys(dataFolder), join(dataFolder, FILE))
}

/** Reads a list of keys, or throws an error that names where it came from and quotes no key. */
export function parseKeys(list: string, from: string): KeyRing {
  const keys = new Map<number, Buffer>()
  for (const entry of list.split(/[,\s]+/).filter((one) => one !== '')) {
    const [, number, text = ''] = /^([1-9]\d{0,4}):([\w+/-]{43}=?)$/.exec(entry) ?? []
    const key = Buffer.from(text, 'base64')
    if (!number || key.length !== 32)
      throw new Error(`${from} holds something else than keys. ${HOW}`)
    if (keys.has(Number(number))) throw new Error(`${from} holds two keys ${number}.`)
    keys.set(Number(number), key)
  }
  if (keys.size === 0) throw new Error(`${from} holds no key. ${HOW}`)
  return { newest: Math.max(...keys.keys()), keys }
}

const FILE = 'field-keys'

function ownKeys(folder: string): string {
  const file = join(folder, FILE)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    // Where two programs start together the first one's key stays.
    const made = `1:${randomBytes(32).toString('base64')}\n`
    try {
      writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8')
}
