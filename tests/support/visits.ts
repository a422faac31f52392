import { createRequestHandler } from '@remix-run/node'
import type { Actor } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { serverOf } from './pages.ts'
import { cookieFor } from './session.ts'
import type { World } from './world.ts'

export interface Visits {
  get: (actor: Actor | null, path: string) => Promise<Visit>
  post: (actor: Actor | null, path: string, fields?: Record<string, string>) => Promise<Visit>
}

export interface Visit {
  status: number
  /** Where it sends the browser on to, or ''. */
  to: string
  text: string
}

/** The people of a world at some of its pages, without building or listening. */
export function visitsTo(world: () => World, pages: Record<string, object>): Visits {
  const handler = createRequestHandler(serverOf(pages), 'production')
  const cookies = new Map<Actor, string>()
  return {
    get: (actor, path) => send(actor, path, { method: 'GET' }),
    post: (actor, path, fields = {}) =>
      send(actor, path, { method: 'POST', body: new URLSearchParams(fields) }),
  }

  async function send(actor: Actor | null, path: string, init: RequestInit): Promise<Visit> {
    const headers = actor ? { Cookie: await cookieOf(actor) } : undefined
    const { db, clock } = world()
    const request = new Request(`http://localhost${path}`, { ...init, headers })
    const response = await handler(request, {
      services: { db, clock, log: logger, settings: { appOrigin: 'http://localhost' } } as never,
      requestId: 'TEST',
      nonce: 'nonce',
      address: '127.0.0.1',
    })
    return {
      status: response.status,
      to: response.headers.get('Location') ?? '',
      text: await response.text(),
    }
  }

  async function cookieOf(actor: Actor): Promise<string> {
    const { inside, clock } = world()
    const cookie =
      cookies.get(actor) ?? (await inside((tx) => cookieFor(tx, actor.userId ?? '', clock.now())))
    cookies.set(actor, cookie)
    return cookie
  }
}
