import { addDays } from 'date-fns'
import { pino } from 'pino'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import { makeOpportunity } from '#db/factories/index.ts'
import { introductions } from '#db/schema/introductions.ts'
import { createSearch } from '#search/index.server.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { makeWorld, type World } from '#tests/support/world.ts'
import { startWorker, type Worker } from '../../../worker.ts'

const patience = { timeout: 10_000, interval: 50 }
let world: World
let owner: postgres.Sql
let index: postgres.Sql
let worker: Worker

beforeEach(async () => {
  world = await makeWorld()
  owner = postgres(world.database.ownerUrl, { max: 1, onnotice: () => undefined })
  index = postgres(world.database.appUrl, { max: 1, connection: { 'app.role': 'system' } })
  const search = createSearch({ postgres: postgresSearch(index) })
  worker = await startWorker(world.database.ownerUrl, {
    ...{ db: world.db, clock: world.clock, search, log: pino({ level: 'silent' }) },
    settings: {
      ...{ port: 0, appOrigin: 'http://localhost:3000', isDemo: true, proxies: 0 },
      mail: { kind: 'demo' },
      office: { email: null, phone: null },
    },
  })
})
afterEach(async () => {
  await worker.stop()
  await Promise.all([owner.end(), index.end()])
  await world.close()
})

test('what runs by itself is known to the queue', async () => {
  const known = await owner<{ identifier: string }[]>`
    select identifier from graphile_worker._private_known_crontabs order by identifier`
  expect(known.map(({ identifier }) => identifier)).toEqual([
    'introduction.expire',
    'search.reconcile',
    'search.sweep',
  ])
})

const indexed = async () =>
  (await index`select id from search_documents`).map(({ id }) => id as string)

test('at its start it fills the index, and openings past their day leave it', async () => {
  await vi.waitFor(async () => expect(await indexed()).toEqual([world.opportunityId]), patience)
  const closesOn = londonDay(world.clock.now())
  const { id } = await world.inside((tx) => makeOpportunity(tx, { closesOn }))
  await vi.waitFor(async () => expect(await indexed()).toContain(id), patience)
  world.clock.set(addDays(world.clock.now(), 2))
  await owner`select graphile_worker.add_job('search.sweep')`
  await vi.waitFor(async () => expect(await indexed()).toEqual([world.opportunityId]), patience)
})

test('an introduction that waited too long is ended by the task', async () => {
  const { opportunityId } = world
  await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  world.clock.set(addDays(world.clock.now(), 40))
  await owner`select graphile_worker.add_job('introduction.expire')`
  await vi.waitFor(async () => {
    const [row] = await world.inside((tx) => tx.select().from(introductions))
    expect(row?.state).toBe('expired')
  }, patience)
})
