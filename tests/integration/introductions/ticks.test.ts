import { eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  approve,
  giveConsent,
  meet,
  notThisTime,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { listForMentor } from '#app/features/introductions/queries.server.ts'
import * as mentors from '#app/routes/mentor/introduction.tsx'
import * as tick from '#app/routes/mentor/introduction-tick.tsx'
import { users } from '#db/schema/accounts.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { visitsTo } from '#tests/support/visits.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string
const worlds: World[] = []
const { get, post } = visitsTo(() => world, {
  'mentor/introductions/:id': mentors,
  'mentor/introductions/:id/tick': tick,
})

beforeEach(async () => {
  world = await makeWorld()
  worlds.push(world)
  const { opportunityId, textHash } = world
  introductionId = await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  await world.as(world.mentor, (ctx) => approve(ctx, { introductionId, textHash }))
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

const at = (rest = '') => `/mentor/introductions/${introductionId}${rest}`
const tasks = async () =>
  (await world.as(world.mentor, listForMentor))
    .map(({ task }) => task)
    .filter((one) => one !== null)

test('after “meet” the mentor has whom to ring, and the day to agree until it is ticked off', async () => {
  const { employer, mentor } = world
  await world.inside((tx) =>
    tx
      .update(users)
      .set({ name: 'Ash Baker' })
      .where(eq(users.id, employer.userId ?? '')),
  )
  expect((await get(mentor, at())).text).not.toContain('Ash Baker')
  await world.as(employer, (ctx) => meet(ctx, { introductionId }))
  expect(await tasks()).toEqual([expect.stringMatching(/^Agree a day with /)])
  const page = (await get(mentor, at())).text
  expect(page).toContain('Ash Baker')
  expect(page).toContain('01632 960001')
  expect(page).toContain('We have agreed a day')

  const done = await post(mentor, at('/tick'), { task: 'agree_day' })
  expect(done.to).toBe(at('?done=ticked'))
  expect((await get(mentor, done.to)).text).toContain('Ticked off.')
  expect(await tasks()).toEqual([])
  expect((await post(mentor, at('/tick'), { task: 'agree_day' })).status).toBe(409)
  expect(await entries()).toEqual(['introduction.tick_agree_day'])
})

test('“not this time” is passed on in its kind words, and is then off the list', async () => {
  const { employer, mentor } = world
  await world.as(employer, (ctx) => notThisTime(ctx, { introductionId, reason: 'hours' }))
  expect(await tasks()).toEqual(['Tell Zebedee Quillfeather: not this time'])
  expect((await get(mentor, at())).text).toContain('That says nothing about you.')
  await post(mentor, at('/tick'), { task: 'tell_not_this_time' })
  expect(await world.as(mentor, listForMentor)).toEqual([])
})

test('what the person took back is on the list until it was seen; what the mentor did is not', async () => {
  const { candidate, mentor } = world
  await world.as(candidate, (ctx) => withdraw(ctx, { introductionId }))
  expect(await tasks()).toEqual(['Zebedee Quillfeather took it back'])
  await post(mentor, at('/tick'), { task: 'taken_back' })
  expect(await world.as(mentor, listForMentor)).toEqual([])

  const { opportunityId } = world
  introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await world.as(mentor, (ctx) => withdraw(ctx, { introductionId }))
  expect(await world.as(mentor, listForMentor)).toEqual([])
})

test('nobody ticks off what is not theirs to do, nor for other people', async () => {
  const { employer, mentor, stranger } = world
  expect((await post(mentor, at('/tick'), { task: 'agree_day' })).status).toBe(409)
  expect((await post(mentor, at('/tick'), { task: 'anything' })).to).toBe(at())
  await world.as(employer, (ctx) => meet(ctx, { introductionId }))
  expect((await post(stranger, at('/tick'), { task: 'agree_day' })).status).toBe(404)
  expect((await post(mentor, at('/tick'), { task: 'taken_back' })).status).toBe(409)
  for (const [actor, by] of [
    [stranger, stranger],
    [mentor, stranger],
    [employer, employer],
  ] as const)
    await expect(
      world.as(actor, ({ db }) =>
        db.execute(sql`insert into mentor_ticks (id, introduction_id, task, by_user_id, at)
          values (gen_random_uuid(), ${introductionId}, 'agree_day', ${by.userId}, now())`),
      ),
    ).rejects.toThrow()
  expect(await entries()).toEqual([])
})

const entries = async () =>
  (
    await world.inside((tx) =>
      tx.select().from(auditEntries).where(like(auditEntries.action, 'introduction.tick%')),
    )
  ).map(({ action }) => action)
