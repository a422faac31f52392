import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { logger } from '#app/platform/logger.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { makeServices } from '#app/platform/services.server.ts'
import { connectDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { openSearch } from '#search/open.server.ts'
import { startWeb } from '../server.ts'
import { startWorker } from '../worker.ts'

// Like `npm start`, but Vite serves the pages and shows changes at once.
process.env.NODE_ENV ??= 'development'

const settings = readSettings(process.env, !process.env.DATABASE_URL)
const database = await connectDatabase(process.env, 'product')
if (database.ownerUrl) await migrate(database.ownerUrl, database.appUrl)

const vite = await createServer({ server: { middlewareMode: true } })
const search = await openSearch({
  appUrl: database.appUrl,
  env: process.env,
  folder: '.data/meilisearch',
  warn: (message) => logger.warn(message),
})
const services = makeServices(database.appUrl, settings, search.search)
const load = async () =>
  (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild
const web = await startWeb({ services, build: load, vite: vite.middlewares })
const worker = database.ownerUrl ? await startWorker(database.ownerUrl, services) : null
console.log(`Throughgate (development): ${web.address} · data: ${database.where}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await Promise.allSettled([web.stop(), vite.close(), worker?.stop()])
    await services.db.$client.end({ timeout: 5 })
    await search.stop()
    await database.stop()
    process.exit(0)
  })
