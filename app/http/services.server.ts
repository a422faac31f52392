import type { AppLoadContext } from '@remix-run/node'
import type { Settings } from '#app/platform/env.server.ts'
import type { Clock } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import type { KeyRing } from '#app/platform/crypto.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { sqlOf } from '#db/client.server.ts'
import type { Database } from '#db/client.server.ts'
import type { Search } from '#search/index.server.ts'
import type { SearchPort } from '#search/port.ts'
import { postgresSearch } from '#search/postgres.server.ts'

/** What the server makes once and every request uses. */
export interface Services {
  db: Database
  clock: Clock
  log: Logger
  settings: Settings
  search: Search
  /** Opens people's sealed texts. */
  keys: KeyRing
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    services: Services
    /** Short enough to be read out over the telephone; also the reference on error pages. */
    requestId: string
    nonce: string
    /** The browser's address, for slowing down guesses. */
    address: string
  }
  interface Future {
    v3_singleFetch: true
  }
}

/** The services of a request, as `server.ts` put them there. */
export const servicesOf = (context: AppLoadContext): Services => context.services

/** The search, reading Postgres in the request's own transaction when it falls back to it. */
export const searchFor = (context: AppLoadContext, { db }: Context): SearchPort =>
  context.services.search.using(postgresSearch(sqlOf(db)))
