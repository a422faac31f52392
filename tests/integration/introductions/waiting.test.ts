import { addDays } from 'date-fns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, giveConsent } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { listLongWaiting } from '#app/features/introductions/waiting.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let office: Actor

beforeAll(async () => {
  world = await makeWorld()
  office = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return actorOf('coordinator', user.id)
  })
})
afterAll(() => world.close())

const turns = async () =>
  (await world.as(office, listLongWaiting)).map(({ who, since }) => [who, since])
const later = (days: number) => world.clock.set(addDays(world.clock.now(), days))

test('the office sees whose turn it is once they have been waited for over a week', async () => {
  const { candidate, mentor, opportunityId, textHash } = world
  const introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  const asked = world.clock.now()
  later(7)
  expect(await turns()).toEqual([])
  later(1)
  expect(await turns()).toEqual([['The person', asked]])

  const agreed = world.clock.now()
  await world.as(candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  expect(await turns()).toEqual([])
  later(8)
  expect(await turns()).toEqual([['The mentor', agreed]])

  const shared = world.clock.now()
  await world.as(mentor, (ctx) => approve(ctx, { introductionId, textHash }))
  later(8)
  expect(await turns()).toEqual([['The employer', shared]])
})

test('it names nobody but the mentor, and is for the office alone', async () => {
  const [line] = await world.as(office, listLongWaiting)
  expect(JSON.stringify(line)).not.toMatch(/Quillfeather|Canary/)
  for (const who of [world.mentor, world.employer, world.candidate])
    await expect(world.as(who, listLongWaiting)).rejects.toBeInstanceOf(NotFound)
})
