import { count, eq, inArray, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDueOn } from '#app/features/introductions/answer-due.ts'
import { hasHours } from '#app/features/opportunities/fields.ts'
import { minimumWageWarning } from '#app/features/opportunities/minimum-wage.ts'
import { progressOf } from '#app/features/opportunities/progress.ts'
import { listMetrics } from '#app/features/programmes/metric-queries.server.ts'
import { listAll, listOpenProgrammes } from '#app/features/programmes/queries.server.ts'
import { boundedNumber } from '#app/features/programmes/wording.ts'
import { londonDay } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { connect, inTransaction, type Database } from '#db/client.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { enrolments } from '#db/schema/programmes.ts'
import { seedDemo } from '#db/seed.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

let own: TestDatabase
let db: Database
let isFirst: boolean

beforeAll(async () => {
  own = await createTestDatabase()
  db = connect(own.appUrl, { max: 2 })
  isFirst = await seedDemo(db)
})
afterAll(async () => {
  await db.$client.end()
  await own.drop()
})

test('the demo has sixty live openings of all five kinds and thirty people, all invented', async () => {
  expect(isFirst).toBe(true)
  await inTransaction(db, system('test'), async (tx) => {
    const live = await tx.select().from(opportunities).where(eq(opportunities.state, 'live'))
    expect(live).toHaveLength(60)
    expect(new Set(live.map(({ kind }) => kind)).size).toBe(5)
    expect(live.every(({ isInvented }) => isInvented)).toBe(true)
    const people = await tx.select().from(candidates).where(eq(candidates.isInvented, true))
    expect(people).toHaveLength(30)
  })
})

test('what the demo’s employers offer obeys the rules that anybody’s must', async () => {
  const today = londonDay(new Date())
  const rows = await inTransaction(db, system('test'), (tx) =>
    tx
      .select()
      .from(opportunities)
      .where(inArray(opportunities.state, ['live', 'submitted', 'returned'])),
  )
  for (const row of rows) {
    const unfinished = Object.entries(progressOf(row, today)).filter(([, isDone]) => !isDone)
    expect([row.title, unfinished]).toEqual([row.title, []])
    expect([row.title, minimumWageWarning(row, today)]).toEqual([row.title, null])
    expect([row.title, row.hours.length > 0]).toEqual([row.title, hasHours(row.kind)])
  }
})

test('the demo has introductions in every state', async () => {
  const found = await inTransaction(db, system('test'), (tx) =>
    tx
      .select({ state: introductions.state, n: count() })
      .from(introductions)
      .groupBy(introductions.state),
  )
  expect(found.map(({ state }) => state).sort()).toEqual([
    'accepted',
    'expired',
    'introduced',
    'meeting',
    'not_this_time',
    'offer_declined',
    'offered',
    'proposed',
    'refused',
    'started',
    'withdrawn',
  ])
})

test('every employer of the demo who has read something is asked to answer by a day', async () => {
  const released = await inTransaction(db, system('test'), (tx) =>
    tx.select().from(introductions).where(isNotNull(introductions.firstReleasedAt)),
  )
  expect(released.length).toBeGreaterThan(5)
  for (const { firstReleasedAt, answerDueOn: due } of released)
    expect(due).toBe(firstReleasedAt && answerDueOn(firstReleasedAt))
})

test('the demo has the eight programmes of the record, those that ended closed, and says "over 214"', async () => {
  const clock = { now: () => new Date() }
  const office = { ...system('test'), role: 'coordinator' as const }
  await inTransaction(db, office, async (tx) => {
    const ctx = { db: tx, actor: office, clock, log: logger }
    const all = await listAll(ctx)
    const stated = all.filter(({ isInvented }) => !isInvented)
    expect(stated).toHaveLength(8)
    const closed = stated.filter(({ standing }) => standing === 'closed')
    expect(closed.map(({ name, closedOn }) => [name, closedOn])).toEqual([
      ['Pathway Out (adult)', '2023-03-31'],
      ['Pathways Out (under 18)', '2020-03-31'],
      ['Project ADDER (Greater Norwich)', '2025-03-31'],
      ['WONDER+', '2022-03-31'],
    ])
    const gateway = stated.find(({ name }) => name.includes('GtoE'))
    const metrics = await listMetrics(ctx, [gateway?.id ?? ''])
    expect(
      metrics.map(({ name, target, values: [value] }) => [
        name,
        target,
        boundedNumber(value?.value ?? 0, value?.bound ?? ''),
      ]),
    ).toEqual([
      ['Employers and providers', 100, '83'],
      ['Opportunities', null, 'over 214'],
      ['Job offers', null, 'over 50'],
    ])
    // Where the demo's people are, somebody can be enrolled today.
    const open = new Set((await listOpenProgrammes(ctx)).map(({ id }) => id))
    const enrolled = await tx.select().from(enrolments)
    expect(enrolled).toHaveLength(30)
    for (const { programmeId } of enrolled) expect(open.has(programmeId)).toBe(true)
  })
})

test('a database that knows anybody is left alone', async () => {
  expect(await seedDemo(db)).toBe(false)
})
