import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import type { RouteHandle } from '#app/http/handle.ts'
import type { Services } from '#app/http/services.server.ts'
import { cookieName } from '#app/http/session.server.ts'
import {
  limitBody,
  refuseEndlessAddresses,
  refuseForeignOrigins,
  refuseStrangeRequests,
} from '#app/http/gate.server.ts'
import { securityHeaders } from '#app/http/headers.server.ts'
import { brief } from '#app/platform/logger.server.ts'
import { migrationsAtHead } from '#db/migrate.ts'
import { withDeadline } from '#search/meilisearch-client.server.ts'

const DRAIN_MS = 25_000
const READY_LIMIT_MS = 3_000
/** Without letters and digits that are mixed up when read out. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export interface WebOptions {
  services: Services
  /** The pages; while developing, how to load them anew. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Where `vite:build` has put what browsers fetch; none while Vite serves it itself. */
  clientDir?: string
  /** Vite's own middleware, while developing. */
  vite?: RequestHandler
}

export interface Web {
  address: string
  /** Lets requests in flight finish, for at most 25 seconds, then closes. */
  stop: () => Promise<void>
}

/** The application, in the order a request passes through it. */
export function createApp(options: WebOptions, isDraining = () => false): Express {
  const { services, build, clientDir, vite } = options
  const { settings, log } = services
  if (typeof build !== 'function') refuseRoutesWithoutDoor(build)

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.proxies)
  app.set('query parser', false)

  app.use((req, res, next) => {
    res.locals.requestId = reference()
    res.locals.nonce = randomBytes(16).toString('base64')
    // Nothing of ours reads it, and the framework would believe it.
    delete req.headers['x-forwarded-host']
    next()
  })
  app.use(securityHeaders(settings, { isDeveloping: Boolean(vite) }))

  app.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  app.get('/readyz', async (_req, res) => {
    const state = isDraining() ? 'stopping' : await readiness(services)
    if (state !== 'ready') return void res.status(503).type('text').send(state)
    res.type('text').send(`ready, search: ${await searchState(services)}`)
  })

  app.use(logRequests(services))
  app.use(compression())
  if (vite) app.use(vite)
  if (clientDir) {
    const forever = { immutable: true, maxAge: '1y', index: false, redirect: false } as const
    app.use(
      '/assets',
      express.static(join(clientDir, 'assets'), { ...forever, fallthrough: false }),
    )
    // By name: a look into the folder would cost every page a failing call to the file system.
    const files = readdirSync(clientDir).filter((name) => name.includes('.'))
    app.get(
      files.map((name) => `/${name}`),
      express.static(clientDir, { maxAge: '1h', index: false }),
    )
  }

  app.use(refuseStrangeRequests)
  app.use(refuseEndlessAddresses)
  app.use(refuseForeignOrigins(settings))
  app.use(limitBody)
  app.use(keepPrivatePagesOutOfCaches(cookieName(settings)))
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: vite ? 'development' : 'production',
      getLoadContext: (req, res) => ({
        services,
        requestId: res.locals.requestId as string,
        nonce: res.locals.nonce as string,
        address: req.ip ?? '',
      }),
    }),
  )
  app.use(lastResort(log))
  return app
}

/** Listens on the port of the settings (0: any free one). */
export async function startWeb(options: WebOptions): Promise<Web> {
  let draining = false
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 },
    createApp(options, () => draining),
  )
  const { port, appOrigin } = options.services.settings
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, process.env.HOST || undefined, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  return {
    address: port === bound ? appOrigin : `http://localhost:${bound}`,
    stop: () => {
      draining = true
      return drain(server)
    },
  }
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

function refuseRoutesWithoutDoor(build: ServerBuild) {
  for (const [id, route] of Object.entries(build.routes)) {
    const handle = route?.module.handle as Partial<RouteHandle> | undefined
    if (!handle?.access) throw new Error(`The route ${id} does not say who may come in.`)
  }
}

async function readiness({ db, log }: Services): Promise<string> {
  try {
    return (await withDeadline(migrationsAtHead(db.$client), READY_LIMIT_MS))
      ? 'ready'
      : 'migrations missing'
  } catch {
    log.warn('not ready: the database does not answer')
    return 'database away'
  }
}

/** Which engine answers. Without Meilisearch the product is slower, and just as ready. */
async function searchState({ search, log }: Services): Promise<string> {
  try {
    const { engine, ready, problems } = await search.status()
    return ready ? engine : `postgres, since ${engine} fails (${problems.join('; ')})`
  } catch {
    log.warn('the search does not say how it is')
    return 'not known'
  }
}

function reference(): string {
  const letters = [...randomBytes(8)].map((byte) => LETTERS[byte % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * One line per request. Only the first part of the address: the rest may be a secret link. While
 * the demo is tried by hand they would bury the line that says where to look.
 */
function logRequests({ log, settings }: Services): RequestHandler {
  const level = settings.isDemo ? 'debug' : 'info'
  return (req, res, next) => {
    const from = process.hrtime.bigint()
    res.once('finish', () => {
      const ms = Number((process.hrtime.bigint() - from) / 1_000_000n)
      const area = `/${req.path.split('/')[1] ?? ''}`
      const { requestId } = res.locals
      log[level]({ requestId, method: req.method, area, status: res.statusCode, ms }, 'request')
    })
    next()
  }
}

function keepPrivatePagesOutOfCaches(cookie: string): RequestHandler {
  return (req, res, next) => {
    const isSignedIn = (req.headers.cookie ?? '').includes(`${cookie}=`)
    const isPublic = !isSignedIn && (req.method === 'GET' || req.method === 'HEAD')
    res.setHeader('Cache-Control', isPublic ? 'no-cache' : 'no-store')
    // The framework adds what it says of caches to what was said, and the two contradict each other.
    const append = res.append.bind(res)
    res.append = (name, value) => (/^cache-control$/i.test(name) ? res : append(name, value))
    next()
  }
}

function lastResort(log: Services['log']): ErrorRequestHandler {
  return (error: Error & { status?: number }, _req, res, next) => {
    if (res.headersSent) return next(error)
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500
    const { requestId } = res.locals
    if (status === 500) log.error({ requestId, err: brief(error) }, 'unexpected error')
    res.status(status).type('text').send(`Sorry, something went wrong. Reference: ${requestId}\n`)
  }
}
