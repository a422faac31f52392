import { sql as raw } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { logger } from '#app/platform/logger.server.ts'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { makeEmployer, makeOpportunity } from '#db/factories/index.ts'
import { buildPlan } from '#search/plan.ts'
import type { SearchPort } from '#search/port.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let sql: postgres.Sql
let engine: SearchPort
beforeEach(async () => {
  world = await makeWorld()
  // The index is written by the system alone.
  sql = postgres(world.database.appUrl, { connection: { 'app.role': 'system' } })
  engine = postgresSearch(sql)
})
afterEach(async () => {
  await sql.end()
  await world.close()
})

const relay = () => relaySearch({ db: world.db, clock: world.clock, log: logger, search: engine })
const found = async (text: string) => (await engine.search(buildPlan({ text }))).ids

it('finds an opening once the relay has run, and no longer once it has closed', async () => {
  const opening = await world.inside((tx) =>
    makeOpportunity(tx, { employerId: world.employerId, title: 'Lighthouse keeper' }),
  )
  expect(await found('lighthouse')).toEqual([])
  await relay()
  expect(await found('lighthouse')).toEqual([opening.id])

  await world.inside(async (tx) => {
    await tx.execute(raw`insert into audit_entries (id, actor_role, action, object_type, object_id, version_after)
      values (gen_random_uuid(), 'system', 'opportunity.close', 'opportunity', ${opening.id}, ${opening.version + 1})`)
    await tx.execute(
      raw`update opportunities set state = 'closed', closed_at = now(), version = version + 1 where id = ${opening.id}`,
    )
  })
  await relay()
  expect(await found('lighthouse')).toEqual([])
})

it('takes an employer’s openings out when the employer is suspended', async () => {
  const employer = await world.inside((tx) => makeEmployer(tx))
  await world.inside((tx) =>
    makeOpportunity(tx, { employerId: employer.id, title: 'Lighthouse keeper' }),
  )
  await relay()
  expect(await found('lighthouse')).toHaveLength(1)
  await world.inside((tx) =>
    tx.execute(raw`update employers set suspended_at = now() where id = ${employer.id}`),
  )
  await relay()
  expect(await found('lighthouse')).toEqual([])
})

it('leaves nothing in the outbox, however many openings changed', async () => {
  await relay()
  await world.inside(async (tx) => {
    for (let i = 0; i < 20; i += 1) await makeOpportunity(tx, { employerId: world.employerId })
  })
  expect(await relay()).toBe(20)
  expect(await relay()).toBe(0)
})
