import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  acceptOffer,
  approve,
  confirmStart,
  giveConsent,
  meet,
  offer,
  recordStart,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { getForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import * as own from '#app/routes/candidate/introduction.tsx'
import * as withdrawPage from '#app/routes/candidate/introduction-withdraw.tsx'
import * as employers from '#app/routes/employer/introduction.tsx'
import * as revoke from '#app/routes/mentor/introduction-revoke.tsx'
import { visitsTo } from '#tests/support/visits.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string
const worlds: World[] = []
const { get } = visitsTo(() => world, {
  'me/introductions/:id': own,
  'me/introductions/:id/withdraw': withdrawPage,
  'employer/introductions/:id': employers,
  'mentor/introductions/:id/revoke': revoke,
})

beforeEach(async () => {
  world = await makeWorld()
  worlds.push(world)
  const { opportunityId, textHash } = world
  introductionId = await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  await world.as(world.mentor, (ctx) => approve(ctx, { introductionId, textHash }))
  await world.as(world.employer, (ctx) => meet(ctx, { introductionId }))
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

test('after an accepted offer the loss is said first, and the employer is told whom to ring', async () => {
  await accept()
  const asked = await get(world.candidate, at('me', '/withdraw'))
  expect(asked.text).toContain('You will lose this place')
  expect(asked.text).toContain('Talk to your mentor first')
  expect(asked.text).not.toContain('costs you nothing')
  expect((await get(world.mentor, at('mentor', '/revoke'))).text).toContain('will lose this place')

  await takeBack()
  expect(await world.as(world.employer, read)).toMatchObject({
    state: 'closed',
    status: 'The person has left this introduction',
    leftAfter: 'accepted',
    mentor: { phone: '01632 960000' },
    profile: null,
    contact: null,
    can: [],
  })
  const told = await get(world.employer, at('employer'))
  expect(told.text).toContain('do not expect them to start')
  expect(told.text).not.toContain('nothing you need to do')
  expect(told.text).not.toMatch(/Canary|Zebedee/)
  expect(await placesTaken()).toBe(0)
})

test('a start that was confirmed goes on being counted, and its place stays taken', async () => {
  await accept()
  await start()
  await world.as(world.mentor, (ctx) => confirmStart(ctx, { introductionId }))
  expect(await countedStarts()).toBe(1)
  const asked = await get(world.candidate, at('me', '/withdraw'))
  expect(asked.text).toContain('goes on being counted')
  expect(asked.text).not.toContain('lose this place')

  await takeBack()
  expect(await countedStarts()).toBe(1)
  expect(await placesTaken()).toBe(1)
  expect((await get(world.candidate, at('me'))).text).toContain('That you started stays on record')
  const told = await get(world.employer, at('employer'))
  expect(told.text).toContain('The person has left this introduction, after they had started')
  expect(told.text).not.toMatch(/Canary|Zebedee/)
})

test('a start that nobody has confirmed is not counted after it was taken back', async () => {
  await accept()
  await start()
  expect((await get(world.mentor, at('mentor', '/revoke'))).text).toContain('confirm it first')
  await takeBack()
  expect(await countedStarts()).toBe(0)
})

test('before that, the employer learns neither that a person left nor who the mentor was', async () => {
  await takeBack()
  expect(await world.as(world.employer, read)).toMatchObject({
    status: 'This introduction is no longer open',
    leftAfter: null,
    mentor: null,
  })
  expect((await get(world.employer, at('employer'))).text).toContain('nothing you need to do')
})

const at = (side: string, rest = '') => `/${side}/introductions/${introductionId}${rest}`
const read = (ctx: Parameters<typeof getForEmployer>[0]) => getForEmployer(ctx, introductionId)
const takeBack = () => world.as(world.candidate, (ctx) => withdraw(ctx, { introductionId }))

async function accept() {
  await world.as(world.employer, (ctx) => offer(ctx, { introductionId }))
  await world.as(world.candidate, (ctx) => acceptOffer(ctx, { introductionId }))
}

const start = () =>
  world.as(world.employer, (ctx) =>
    recordStart(ctx, { introductionId, startedOn: londonDay(world.clock.now()) }),
  )

const placesTaken = () =>
  number(sql`select places_taken as n from opportunities where id = ${world.opportunityId}`)

const countedStarts = () =>
  number(
    sql`select coalesce(sum(started), 0)::int as n from board_funnel('2000-01-01', '2999-12-31')`,
  )

const number = async (query: ReturnType<typeof sql>) =>
  (await world.inside((tx) => tx.execute<{ n: number }>(query)))[0]?.n
