import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  approve,
  giveConsent,
  meet,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import {
  listForCandidate,
  listForEmployer,
  listForMentor,
} from '#app/features/introductions/queries.server.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string

beforeEach(async () => {
  world = await makeWorld()
  const { opportunityId } = world
  introductionId = await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
})
afterEach(() => world.close())

const turnBothKeys = async () => {
  const key = { introductionId, textHash: world.textHash }
  await world.as(world.candidate, (ctx) => giveConsent(ctx, key))
  await world.as(world.mentor, (ctx) => approve(ctx, key))
}
const sayMeet = () => world.as(world.employer, (ctx) => meet(ctx, { introductionId }))
const takeBack = () => world.as(world.candidate, (ctx) => withdraw(ctx, { introductionId }))

test('the candidate’s list says that they decide first', async () => {
  const [one] = await world.as(world.candidate, listForCandidate)
  expect(one).toMatchObject({ id: introductionId, status: 'With your mentor', needsYou: true })
  expect(one?.next).toContain('You decide first')
})

test('the mentor’s list puts what has to be done first, and says when it is overdue', async () => {
  const [one] = await world.as(world.mentor, listForMentor)
  expect(one).toMatchObject({ task: 'Approve or refuse', isOverdue: false })
  world.clock.set(new Date(world.clock.now().getTime() + 9 * 24 * 3600_000))
  expect((await world.as(world.mentor, listForMentor))[0]?.isOverdue).toBe(true)
})

test('a mentor of other people has an empty list', async () => {
  expect(await world.as(world.stranger, listForMentor)).toEqual([])
})

test('an employer’s list is empty until both keys are turned', async () => {
  expect(await world.as(world.employer, listForEmployer)).toEqual([])
  await turnBothKeys()
  const list = await world.as(world.employer, listForEmployer)
  expect(list).toMatchObject([{ id: introductionId, needsYou: true, isOpen: true }])
  expect(await world.as(world.otherEmployer, listForEmployer)).toEqual([])
})

test('after a withdrawal the employer’s list says only that it is no longer open', async () => {
  await turnBothKeys()
  await sayMeet()
  await takeBack()
  expect(await world.as(world.employer, listForEmployer)).toMatchObject([
    { state: 'closed', status: 'This introduction is no longer open', isOpen: false },
  ])
})
