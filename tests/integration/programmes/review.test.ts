import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSightings } from '#app/features/candidates/queries.server.ts'
import {
  getForReview,
  listReviewsDue,
  recordReview,
} from '#app/features/programmes/review.server.ts'
import { reviewSchema } from '#app/features/programmes/schema.ts'
import type { Actor } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { enrol, makeProgramme } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { makeWorld, type World } from '#tests/support/world.ts'
import { boxes, refusal, sent } from './world.ts'

let world: World
let id: string

beforeAll(async () => {
  world = await makeWorld()
  world.clock.set('2026-06-05T10:00:00+01:00')
  id = await world.inside(async (tx) => {
    const programme = await makeProgramme(tx, { supportMonths: 3 })
    const row = await enrol(tx, {
      candidateId: world.candidateId,
      programmeId: programme.id,
      ...{ startedOn: '2026-03-05', reviewDueOn: '2026-06-05' },
    })
    return row.id
  })
})
afterAll(() => world.close())

const due = (actor: Actor) => world.as(actor, listReviewsDue)
const review = (actor: Actor, answers: Record<string, string>, version: number) =>
  world.as(actor, (ctx) =>
    recordReview(ctx, {
      id,
      ...sent(reviewSchema, {
        ...{ reason: '', version: String(version) },
        ...boxes('nextReview', ''),
        ...answers,
      }),
    }),
  )

test('on the day it is due it is on the mentor’s list, and overdue the day after', async () => {
  world.clock.set('2026-06-04T23:30:00+01:00')
  expect(await due(world.mentor)).toEqual([])
  world.clock.set('2026-06-05T00:30:00+01:00')
  expect(await due(world.mentor)).toMatchObject([
    { candidateName: 'Zebedee Quillfeather', dueOn: '2026-06-05', isOverdue: false },
  ])
  world.clock.set('2026-06-06T00:30:00+01:00')
  expect(await due(world.mentor)).toMatchObject([{ isOverdue: true }])
  expect(await due(world.stranger)).toEqual([])
})

test('reading it is on record, and in the person’s own list', async () => {
  await world.as(world.mentor, (ctx) => getForReview(ctx, id))
  const seen = await world.as(world.candidate, listSightings)
  expect(seen.map(({ what }) => what)).toContain('Your record')
})

test('nobody else finds it, to read it or to record it', async () => {
  for (const actor of [world.stranger, world.candidate, world.employer]) {
    await expect(world.as(actor, (ctx) => getForReview(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(review(actor, { outcome: 'ends', reason: 'completed' }, 1)).rejects.toBeInstanceOf(
      NotFound,
    )
  }
})

test('it says when it is reviewed next, after today, or why it ends', async () => {
  expect(await refusal(() => review(world.mentor, {}, 1))).toEqual(['outcome'])
  expect(await refusal(() => review(world.mentor, { outcome: 'goes_on' }, 1))).toEqual([
    'nextReview',
  ])
  expect(await refusal(() => review(world.mentor, { outcome: 'ends' }, 1))).toEqual(['reason'])
  const past = { outcome: 'goes_on', ...boxes('nextReview', '2026-06-06') }
  expect(await refusal(review(world.mentor, past, 1))).toEqual(['nextReview'])
})

test('the support goes on until the next review, and a stale answer is refused', async () => {
  const next = { outcome: 'goes_on', ...boxes('nextReview', '2026-08-31') }
  await review(world.mentor, next, 1)
  expect(await due(world.mentor)).toEqual([])
  expect(await refusal(review(world.lead, { outcome: 'ends', reason: 'completed' }, 1))).toEqual([
    'version',
  ])
  const row = await world.as(world.mentor, (ctx) => getForReview(ctx, id))
  expect(row).toMatchObject({ reviewDueOn: '2026-08-31', reviewedOn: '2026-06-06', endedOn: null })
})

test('it ends with a reason, once, and stays readable', async () => {
  world.clock.set('2026-08-31T10:00:00+01:00')
  expect(await due(world.mentor)).toHaveLength(1)
  await review(world.mentor, { outcome: 'ends', reason: 'found_work' }, 2)
  expect(await due(world.mentor)).toEqual([])
  const row = await world.as(world.mentor, (ctx) => getForReview(ctx, id))
  expect(row).toMatchObject({ endedOn: '2026-08-31', endedReason: 'found_work' })
  await expect(
    review(world.mentor, { outcome: 'ends', reason: 'completed' }, 3),
  ).rejects.toBeInstanceOf(Conflict)
  const entries = await world.inside((tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.objectId, id)),
  )
  expect(entries.map(({ action, versionAfter }) => [action, versionAfter])).toEqual([
    ['enrolment.review', 2],
    ['enrolment.end', 3],
  ])
})
