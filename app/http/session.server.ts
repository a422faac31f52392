import { createHash, randomBytes } from 'node:crypto'
import type { Settings } from '#app/platform/env.server.ts'

/** A new session or token: 256 bits from the system, and the hash under which it is kept. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

/** How secrets are kept: they are random, so one plain hash is enough. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The hash of the session that the browser says it has, or null. */
export function sessionHashOf(request: Request, settings: Settings): string | null {
  const wanted = `${cookieName(settings)}=`
  const found = (request.headers.get('Cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => cookie.startsWith(wanted))
  // Two of them mean that somebody planted one.
  if (found.length !== 1) return null
  const secret = found[0]!.slice(wanted.length)
  return /^[\w-]{43}$/.test(secret) ? hashOf(secret) : null
}

/** The header that gives the browser its session. It ends with the browser, or earlier here. */
export const sessionCookie = (secret: string, settings: Settings) =>
  `${cookieName(settings)}=${secret}; Path=/; HttpOnly; SameSite=Lax${secureOf(settings)}`

/** The header that takes the session away. */
export const endedSessionCookie = (settings: Settings) =>
  `${sessionCookie('', settings)}; Max-Age=0`

/** Not every browser takes `Secure` from http on this machine, hence the plain name there. */
export const cookieName = ({ appOrigin }: Settings) =>
  appOrigin.startsWith('https:') ? '__Host-tg' : 'tg'

const secureOf = ({ appOrigin }: Settings) => (appOrigin.startsWith('https:') ? '; Secure' : '')
