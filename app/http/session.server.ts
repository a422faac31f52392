import type { ActionFunctionArgs } from '@remix-run/node'
import type { Settings } from '#app/platform/env.server.ts'
import { hashOf, newSecret } from '#app/platform/secret.server.ts'
import { servicesOf } from './services.server.ts'

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

/** False when the browser says that it has no session, so that nobody need look for one. */
export const mayBeSignedIn = ({ request, context }: RouteArgs) =>
  sessionHashOf(request, servicesOf(context).settings) !== null

type RouteArgs = Pick<ActionFunctionArgs, 'request' | 'context'>

/** A session about to start: the ids to keep, and the redirect options that give it to the browser. */
export function beginSession({ request, context }: RouteArgs) {
  const { settings } = servicesOf(context)
  const { secret, hash } = newSecret()
  return {
    ids: { idHash: hash, oldIdHash: sessionHashOf(request, settings) },
    init: { status: 303, headers: { 'Set-Cookie': sessionCookie(secret, settings) } },
  }
}

/** A link about to be sent by e-mail: what to keep of it, who asked, and the address itself. */
export function newLink({ context }: RouteArgs, path: string) {
  const { secret, hash } = newSecret()
  const { appOrigin, isDemo } = servicesOf(context).settings
  return {
    tokenHash: hash,
    link: `${appOrigin}${path}/${secret}`,
    address: context.address,
    isDemo,
  }
}
