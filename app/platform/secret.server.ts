import { createHash, randomBytes } from 'node:crypto'

/** A new session or link: 256 bits from the system, and the hash under which it is kept. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

/** How secrets are kept: they are random, so one plain hash is enough. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
