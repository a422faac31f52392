import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The keys that sealed texts are opened with, by version. The newest seals; the others only open. */
export interface KeyRing {
  newest: number
  keys: ReadonlyMap<number, Buffer>
}

/** Where a sealed text is kept: it opens nowhere else. */
export interface Place {
  table: string
  column: string
  /** Of the row. */
  id: string
}

/** A sealed text as its row keeps it. */
export interface Sealed {
  sealed: string
  keyVersion: number
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals a text for one place, with the newest key and a nonce of its own. */
export function seal(ring: KeyRing, place: Place, text: string): Sealed {
  const keyVersion = ring.newest
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, keyVersion), nonce, {
    authTagLength: TAG_BYTES,
  })
  cipher.setAAD(boundTo(place, keyVersion))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
  return { sealed, keyVersion }
}

/**
 * Opens a sealed text.
 * @throws Unsealable when it was changed, belongs in another place, or its key is not there
 */
export function unseal(ring: KeyRing, place: Place, { sealed, keyVersion }: Sealed): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const bodyAt = NONCE_BYTES + TAG_BYTES
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, keyVersion), nonce, {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(boundTo(place, keyVersion))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, bodyAt))
    // Nothing of it is believed before the tag has been checked.
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString()
  } catch (cause) {
    throw new Unsealable(place, keyVersion, cause)
  }
}

/** A sealed text that does not open. Names the place, and nothing of what is in it. */
export class Unsealable extends Error {
  constructor({ table, column, id }: Place, keyVersion: number, cause: unknown) {
    super(`${table}.${column} of ${id} does not open with key ${keyVersion}`, { cause })
  }
}

function keyOf({ keys }: KeyRing, version: number): Buffer {
  const key = keys.get(version)
  if (!key) throw new Error(`There is no key ${version}`)
  return key
}

const boundTo = ({ table, column, id }: Place, keyVersion: number) =>
  Buffer.from(JSON.stringify([table, column, id, keyVersion]))
