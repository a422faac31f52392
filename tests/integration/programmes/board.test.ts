import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCounted } from '#app/features/programmes/board-view.server.ts'
import { system } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { makeProgramme } from '#db/factories/index.ts'
import { metricValues, programmeMetrics } from '#db/schema/programmes.ts'
import { actor, openWorld, type World } from '../people/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await world.as(system('test'), async ({ db }) => {
    const { id: programmeId } = await makeProgramme(db, { name: 'Counted' })
    for (const [unit, numbers] of [
      ['people', [4, 5, 0]],
      ['events', [4]],
    ] as const) {
      const [metric] = await db
        .insert(programmeMetrics)
        .values({ programmeId, unit, kind: 'count', name: unit, definition: 'What counts' })
        .returning()
      await db.insert(metricValues).values(
        numbers.map((value, index) => ({
          ...{ metricId: metric?.id ?? '', value, source: 'A report' },
          ...{ periodFrom: `202${index}-01-01`, periodTo: `202${index}-12-31` },
        })),
      )
    }
    const back = { takenBackAt: new Date(), takenBackReason: 'Wrong', value: 99, source: 'x' }
    const [first] = await db
      .select()
      .from(programmeMetrics)
      .where(eq(programmeMetrics.unit, 'people'))
    await db.insert(metricValues).values({
      ...{ ...back, metricId: first?.id ?? '' },
      ...{ periodFrom: '2025-01-01', periodTo: '2025-12-31' },
    })
  })
})
afterAll(() => world.close())

test('the board reads each number beside its meaning, few people hidden, nothing taken back', async () => {
  const [counted] = await world.as(actor('board', null), getCounted)
  const numbers = counted?.metrics.map(({ unit, values }) => [
    unit,
    values.map(({ number }) => number),
  ])
  expect(numbers).toEqual([
    ['events', ['4']],
    ['people', ['0', '5', 'fewer than 5']],
  ])
})

test('and nobody else comes to it', async () => {
  for (const role of ['coordinator', 'mentor', 'employer', 'candidate', 'anonymous'] as const)
    await expect(world.as(actor(role, null), getCounted)).rejects.toBeInstanceOf(NotFound)
})
