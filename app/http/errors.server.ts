import type { AppLoadContext } from '@remix-run/node'
import { Conflict, Forbidden, Invalid, NotFound, TooManyRequests } from '#app/platform/errors.ts'
import { brief } from '#app/platform/logger.server.ts'
import { Busy } from '#app/platform/password.server.ts'
import { servicesOf } from './services.server.ts'

/**
 * The one place that says which error is which status. The body of a 409 is the sentence to show;
 * that of an unexpected error is the reference under which it was logged.
 */
export function toResponse(error: unknown, context: AppLoadContext): Response {
  if (error instanceof Response) return error
  if (error instanceof NotFound) return new Response(null, { status: 404 })
  if (error instanceof Forbidden) return new Response(null, { status: 403 })
  if (error instanceof Conflict) return new Response(error.message, { status: 409 })
  if (error instanceof Invalid) return new Response(null, { status: 422 })
  if (error instanceof TooManyRequests)
    return new Response(null, {
      status: 429,
      headers: { 'Retry-After': String(error.retryAfter) },
    })
  const { log } = servicesOf(context)
  const reference = context.requestId
  if (error instanceof Busy)
    return new Response(reference, { status: 503, headers: { 'Retry-After': '5' } })
  if (isDatabaseAway(error)) {
    log.warn({ requestId: reference, err: brief(error) }, 'the database does not answer')
    return new Response(reference, { status: 503, headers: { 'Retry-After': '5' } })
  }
  log.error({ requestId: reference, err: brief(error) }, 'unexpected error')
  return new Response(reference, { status: 500 })
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  // statement and lock time-outs, too many connections, shutting down, starting up
  '57014',
  '55P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/** True when trying again later may help: the connection failed, or the database is too busy. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', severity } = error as { code?: string; severity?: string }
  // FATAL is how Postgres ends a connection, or refuses one.
  return AWAY.has(code) || severity === 'FATAL' || isDatabaseAway(error.cause)
}
