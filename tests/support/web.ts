import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import postgres from 'postgres'
import { asc } from 'drizzle-orm'
import type { Clock } from '#app/platform/clock.ts'
import { systemClock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Services } from '#app/http/services.server.ts'
import type { Settings } from '#app/platform/env.server.ts'
import { makeLogger } from '#app/platform/logger.server.ts'
import { sendLink } from '#app/tasks/link.send.server.ts'
import { connect, inTransaction } from '#db/client.server.ts'
import type { Tx } from '#db/client.server.ts'
import { linkRequests } from '#db/schema/accounts.ts'
import type { OpportunityDocument } from '#search/documents.ts'
import { createSearch } from '#search/index.server.ts'
import type { SearchPort } from '#search/port.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { CLIENT_DIR, ensureBuild, SERVER_BUILD } from '../../scripts/build.ts'
import { startWeb } from '../../server.ts'
import { createTestDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'

export interface TestWeb {
  /** Where it listens: http, this machine, a free port. */
  url: string
  database: TestDatabase
  settings: Settings
  /** The pages it serves, and what it serves them with. */
  build: ServerBuild
  services: Services
  /** Does something as somebody, under their rights. */
  as: <T>(actor: Actor, work: (ctx: Context) => Promise<T>) => Promise<T>
  /** Puts rows there, or looks at them, as the system. */
  asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Sends the links that were asked for, as the worker does. */
  sendLinks: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * The real application on a free port, built if it has to be: on a fresh database, or on one that
 * somebody else made and drops.
 */
export async function startTestWeb(
  given: {
    clock?: Clock
    settings?: Partial<Settings>
    database?: TestDatabase
    /** A Meilisearch to ask first. */
    meili?: SearchPort
    /** Told of every line of the log, whatever its level. */
    onLog?: (line: string) => void
    /** Told of every document that goes into the search index. */
    onIndexed?: (documents: OpportunityDocument[]) => void
  } = {},
): Promise<TestWeb> {
  const [database] = await Promise.all([given.database ?? createTestDatabase(), ensureBuild()])
  const build = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild
  const settings: Settings = {
    port: 0,
    appOrigin: 'http://localhost:3000',
    isDemo: true,
    mail: { kind: 'demo' },
    office: { email: null, phone: null },
    proxies: 0,
    ...given.settings,
  }
  const db = connect(database.appUrl, { max: 5 })
  const { onLog, onIndexed } = given
  const log = onLog ? makeLogger('trace', { write: onLog }) : makeLogger('silent')
  const index = postgres(database.appUrl, { max: 1, connection: { 'app.role': 'system' } })
  const engine = postgresSearch(index)
  const search = createSearch({
    postgres: {
      ...engine,
      upsert: (documents) => {
        onIndexed?.(documents)
        return engine.upsert(documents)
      },
    },
    ...(given.meili ? { meili: given.meili } : {}),
  })
  const clock = given.clock ?? systemClock
  const services = { db, clock, log, settings, search }
  const web = await startWeb({ services, build, clientDir: CLIENT_DIR })
  return {
    url: web.address,
    database,
    settings,
    build,
    services,
    as: (actor, work) => inTransaction(db, actor, (tx) => work({ db: tx, actor, clock, log })),
    asSystem: (work) => inTransaction(db, system('test'), work),
    sendLinks: async () => {
      const asked = await inTransaction(db, system('test'), (tx) =>
        tx.select({ id: linkRequests.id }).from(linkRequests).orderBy(asc(linkRequests.id)),
      )
      for (const { id } of asked) await sendLink(services, id)
    },
    stop: async () => {
      await web.stop()
      await db.$client.end({ timeout: 5 })
      await index.end()
      if (!given.database) await database.drop()
    },
  }
}

export interface Browser {
  get: (path: string) => Promise<Response>
  post: (path: string, fields?: Record<string, string>) => Promise<Response>
  /** The cookies it holds, or ''. */
  cookie: () => string
}

/** What a browser holds once it was told one more cookie. */
function kept(held: string, line: string): string {
  const [set = ''] = line.split(';')
  const name = `${set.split('=')[0]}=`
  const others = held.split('; ').filter((one) => one !== '' && !one.startsWith(name))
  return [...others, ...(set === name ? [] : [set])].join('; ')
}

/** Keeps its cookies and sends forms as our own pages do; follows no redirect. */
export function openBrowser(web: TestWeb, cookie = '', always: object = {}): Browser {
  let held = cookie
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { ...always, ...(init.headers as object), ...(held && { Cookie: held }) }
    const response = await fetch(web.url + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) held = kept(held, line)
    return response
  }
  return {
    get: (path) => send(path),
    post: (path, fields = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Origin: web.settings.appOrigin },
      }),
    cookie: () => held,
  }
}
