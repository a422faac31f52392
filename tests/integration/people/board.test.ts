import { afterAll, beforeAll, expect, test } from 'vitest'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { getBoard, getOfficeCounts } from '#app/features/reports/queries.server.ts'
import { system } from '#app/platform/context.ts'
import {
  makeCandidate,
  makeEmployer,
  makeGrant,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { actor, openWorld, type World } from './world.ts'

let world: World
let jobId: string
let bursaryId: string
const board = actor('board', null)

beforeAll(async () => {
  world = await openWorld()
  await world.as(system('test'), async ({ db }) => {
    jobId = (await makeOpportunity(db, { publishedAt: new Date('2025-12-31T23:30:00Z') })).id
    bursaryId = (
      await makeOpportunity(db, { kind: 'bursary', publishedAt: new Date('2026-02-01T12:00:00Z') })
    ).id
    await makeEmployer(db, { approvedAt: null })
  })
})
afterAll(() => world.close())

async function interest(opportunityId: string) {
  const userId = await world.as(system('test'), async ({ db }) => {
    const user = await makeUser(db)
    await makeGrant(db, { userId: user.id, role: 'candidate' })
    await makeCandidate(db, { userId: user.id })
    return user.id
  })
  await world.as(actor('candidate', userId), (ctx) => showInterest(ctx, { opportunityId }))
}

test('four introductions are hidden, the fifth makes them five', async () => {
  for (let n = 0; n < 4; n++) await interest(jobId)
  const four = await world.as(board, getBoard)
  expect(four.funnel[0]).toEqual({ label: 'Interested or put forward', value: null })
  expect(four.funnelByKind).toEqual([{ kind: 'Job', values: [null, 0, 0, 0, 0, 0] }])

  await interest(jobId)
  await interest(bursaryId)
  const six = await world.as(board, getBoard)
  expect(six.funnel[0]?.value).toBe(6)
  expect(six.funnelByKind.find(({ kind }) => kind === 'Job')?.values[0]).toBe(5)
  expect(six.funnelByKind.find(({ kind }) => kind === 'Bursary')?.values[0]).toBeNull()
})

test('employers are those approved; openings are counted by kind and London year', async () => {
  const { employers, years, opportunities } = await world.as(board, getBoard)
  expect(employers).toBe(2)
  expect(years).toEqual([2026, 2025])
  expect(opportunities.find(({ kind }) => kind === 'Job')?.counts).toEqual([0, 1])
  expect(opportunities.find(({ kind }) => kind === 'Bursary')?.counts).toEqual([1, 0])
})

test('the office’s counts say what needs doing', async () => {
  const counts = await world.as(actor('coordinator', null), getOfficeCounts)
  expect(counts).toEqual({ toReview: 0, employers: 1, withoutMentor: 6, waitingLong: 0 })
})
