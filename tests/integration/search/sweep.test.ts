import { addDays } from 'date-fns'
import { sql as raw } from 'drizzle-orm'
import { pino } from 'pino'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { londonDay } from '#app/platform/clock.ts'
import { reconcileSearch } from '#app/tasks/search.reconcile.server.ts'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { sweepSearch } from '#app/tasks/search.sweep.server.ts'
import { makeOpportunity } from '#db/factories/index.ts'
import { createSearch, type Search } from '#search/index.server.ts'
import { buildPlan } from '#search/plan.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { meiliIsHere, startTestMeilisearch } from '#search/test-meilisearch.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let sql: postgres.Sql
let search: Search
beforeEach(async () => {
  world = await makeWorld()
  // The index is written by the system alone.
  sql = postgres(world.database.appUrl, { connection: { 'app.role': 'system' } })
  search = createSearch({ postgres: postgresSearch(sql) })
})
afterEach(async () => {
  await sql.end()
  await world.close()
})

const log = pino({ level: 'silent' })
const tools = () => ({ db: world.db, clock: world.clock, log, search })
const found = async (text: string, engine = search.engines[0]) =>
  (await engine?.search(buildPlan({ text })))?.ids
const lighthouse = (more: { closesOn?: string } = {}) =>
  world.inside(async (tx) => {
    const made = { employerId: world.employerId, title: 'Lighthouse keeper', ...more }
    return (await makeOpportunity(tx, made)).id
  })

it('takes an opening out once its last London day has passed, and only once', async () => {
  const closesOn = londonDay(world.clock.now())
  const id = await lighthouse({ closesOn })
  await relaySearch(tools())
  world.clock.set(`${closesOn}T22:30:00Z`)
  expect(await sweepSearch(tools())).toBe(0)
  expect(await found('lighthouse')).toEqual([id])
  world.clock.set(addDays(new Date(`${closesOn}T00:30:00Z`), 1))
  expect(await sweepSearch(tools())).toBe(1)
  expect(await sweepSearch(tools())).toBe(0)
  await relaySearch(tools())
  expect(await found('lighthouse')).toEqual([])
  expect(await sweepSearch(tools())).toBe(0)
})

it('leaves one whose day was moved on meanwhile', async () => {
  const closesOn = londonDay(world.clock.now())
  const id = await lighthouse({ closesOn })
  await relaySearch(tools())
  world.clock.set(addDays(world.clock.now(), 2))
  await sweepSearch(tools())
  await world.inside((tx) =>
    tx.execute(raw`update opportunities set closes_on = '2099-01-01' where id = ${id}`),
  )
  await relaySearch(tools())
  expect(await found('lighthouse')).toEqual([id])
})

it('finds nothing to mend where nothing differs', async () => {
  await lighthouse()
  expect(await reconcileSearch(tools())).toBe(0)
  expect(await found('lighthouse')).toHaveLength(1)
})

it('fills an emptied index, takes out what should not be there and mends old and newer ones', async () => {
  const [old, newer] = [await lighthouse(), await lighthouse()]
  for (let i = 0; i < 5; i += 1) await lighthouse()
  await relaySearch(tools())
  const whole = await found('lighthouse')
  await sql`delete from search_documents where id not in (${old}, ${newer})`
  await sql`update search_documents set version = version - 1, words = '' where id = ${old}`
  await sql`update search_documents set version = version + 7, words = '' where id = ${newer}`
  await sql`insert into search_documents select ('00000000-0000-7000-8000-000000000000')::uuid, version,
    words, sector, kind, hours, remote, contract, audience, outcodes, published_at, closes_at, now(), min_age
    from search_documents where id = ${old}`
  // The world's own opening is missing too.
  expect(await reconcileSearch(tools())).toBe(9)
  expect(new Set(await found('lighthouse'))).toEqual(new Set(whole))
  expect(await reconcileSearch(tools())).toBe(0)
})

it.skipIf(!meiliIsHere())('mends each of two engines by itself', async () => {
  const meili = await startTestMeilisearch()
  search = createSearch({ postgres: postgresSearch(sql), meili: meili.port })
  try {
    const id = await lighthouse()
    await relaySearch(tools())
    await meili.port.remove([id])
    expect(await found('lighthouse', meili.port)).toEqual([])
    expect(await reconcileSearch(tools())).toBe(1)
    expect(await found('lighthouse', meili.port)).toEqual([id])
    await sql`delete from search_documents where id = ${id}`
    expect(await reconcileSearch(tools())).toBe(1)
    expect(await found('lighthouse')).toEqual([id])
    expect(await reconcileSearch(tools())).toBe(0)
  } finally {
    await meili.close()
  }
})

it.skipIf(!meiliIsHere())('fills an index that was never built', async () => {
  await lighthouse()
  await relaySearch(tools())
  const meili = await startTestMeilisearch()
  search = createSearch({ postgres: postgresSearch(sql), meili: meili.port })
  try {
    expect(await reconcileSearch(tools())).toBe(2)
    expect(await found('lighthouse', meili.port)).toHaveLength(1)
  } finally {
    await meili.close()
  }
})
