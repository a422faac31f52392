import type { ServerBuild } from '@remix-run/node'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { officeContact } from '#app/features/office/contact.server.ts'
import type { Services } from '#app/http/services.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import { system, type Context } from '#app/platform/context.ts'
import { brief, logger } from '#app/platform/logger.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { makeServices } from '#app/platform/services.server.ts'
import { bankHolidaysRunOut } from '#app/platform/working-days.ts'
import { inTransaction } from '#db/client.server.ts'
import { connectDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { seedDemo } from '#db/seed.ts'
import { openSearch } from '#search/open.server.ts'
import { startWeb } from '../server.ts'
import { startWorker } from '../worker.ts'
import { CLIENT_DIR, ensureBuild, SERVER_BUILD } from './build.ts'
import { whenNpmEnds } from './when-npm-ends.ts'

// The whole product in one process tree: database (unless DATABASE_URL names one), pages, tasks.
process.env.NODE_ENV ??= 'production'

const stops: (() => Promise<unknown>)[] = []
let isStopping = false
async function stop(code: number) {
  if (isStopping) return
  isStopping = true
  for (const one of stops.reverse()) await one().catch((error: unknown) => console.error(error))
  process.exit(code)
}
process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
whenNpmEnds(() => void stop(0))
process.on('uncaughtException', (error) => {
  logger.error({ err: brief(error) }, 'nobody caught this')
  void stop(1)
})

try {
  const isEmbedded = !process.env.DATABASE_URL
  const settings = readSettings(process.env, isEmbedded)
  const [database] = await Promise.all([connectDatabase(process.env, 'product'), ensureBuild()])
  stops.push(database.stop)
  if (database.ownerUrl) await migrate(database.ownerUrl, database.appUrl)

  const search = await openSearch({
    appUrl: database.appUrl,
    env: process.env,
    folder: '.data/meilisearch',
    warn: (message) => logger.warn(message),
  })
  stops.push(() => search.stop())
  const services = makeServices(database.appUrl, settings, search.search)
  stops.push(() => services.db.$client.end({ timeout: 5 }))
  if (settings.isDemo) await seedDemo(services.db)
  if (settings.mail.kind === 'demo' && !(await isTryItOpen(services)))
    console.log('No e-mail is sent: there are real people here, and SMTP_URL is not set.')
  const { email, phone } = await officeOf(services)
  if (email === null && phone === null)
    logger.warn('Nobody is told how to reach the office: set OFFICE_EMAIL or OFFICE_PHONE.')
  const runsOut = bankHolidaysRunOut(londonDay(services.clock.now()))
  if (runsOut) logger.warn(runsOut)
  const build = (await import(SERVER_BUILD)) as ServerBuild
  const web = await startWeb({ services, build, clientDir: CLIENT_DIR })
  stops.push(web.stop)
  if (database.ownerUrl) {
    const worker = await startWorker(database.ownerUrl, services)
    stops.push(worker.stop)
  } else console.log('Tasks run elsewhere: DATABASE_OWNER_URL is not set.')
  console.log(`Throughgate: ${web.address} · data: ${database.where} · search: ${search.where}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await stop(1)
}

function isTryItOpen(services: Services) {
  return asStart(services, (ctx) => isDemoOpen(ctx, services.settings.isDemo))
}

function officeOf(services: Services) {
  return asStart(services, (ctx) => officeContact(ctx, services.settings))
}

function asStart<T>({ db, clock }: Services, ask: (ctx: Context) => Promise<T>): Promise<T> {
  const actor = system('start')
  return inTransaction(db, actor, (tx) => ask({ db: tx, actor, clock, log: logger }))
}
