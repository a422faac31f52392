import { addDays } from 'date-fns'
import { asc, eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { approve, giveConsent, refuse } from '#app/features/introductions/commands.server.ts'
import { getForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { expire } from '#app/features/introductions/expire.server.ts'
import { LAPSE_DAYS } from '#app/features/introductions/lapse.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { londonDay, longDate } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { expireIntroductions } from '#app/tasks/introduction.expire.server.ts'
import { inTransaction } from '#db/client.server.ts'
import { makeOpportunity } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { introductionEvents, introductions } from '#db/schema/introductions.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string
let began: Date

beforeEach(async () => {
  world = await makeWorld()
  began = world.clock.now()
  introductionId = await interest(world.opportunityId)
})
afterEach(() => world.close())

const interest = (opportunityId: string) =>
  world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
const anotherOpening = () =>
  world.inside((tx) => makeOpportunity(tx, { employerId: world.employerId }))
const key = (id = introductionId) => ({ introductionId: id, textHash: world.textHash })
const consent = (id?: string) => world.as(world.candidate, (ctx) => giveConsent(ctx, key(id)))
const approval = (id?: string) => world.as(world.mentor, (ctx) => approve(ctx, key(id)))
const daysLater = (days: number) => world.clock.set(addDays(began, days))
const silent = pino({ level: 'silent' })
const sweep = () => expireIntroductions({ db: world.db, clock: world.clock, log: silent })
const stateOf = (id = introductionId) =>
  world.inside(async (tx) => {
    const [row] = await tx.select().from(introductions).where(eq(introductions.id, id))
    return row?.state
  })
const historyOf = (id = introductionId) =>
  world.inside(async (tx) => ({
    events: (
      await tx
        .select({ event: introductionEvents.event, by: introductionEvents.byRole })
        .from(introductionEvents)
        .where(eq(introductionEvents.introductionId, id))
        .orderBy(asc(introductionEvents.version))
    ).map(({ event, by }) => `${event} by ${by}`),
    entries: (await tx.select().from(auditEntries).where(eq(auditEntries.objectId, id))).map(
      ({ action }) => action,
    ),
  }))

test('nobody turning a key ends it after 28 days, and not on the last of them', async () => {
  daysLater(LAPSE_DAYS)
  expect(await sweep()).toBe(0)
  daysLater(LAPSE_DAYS + 1)
  expect(await sweep()).toBe(1)
  expect(await stateOf()).toBe('expired')
})

test('a key that has run out can be turned again, and then counts its own 28 days', async () => {
  await consent()
  daysLater(20)
  expect(await sweep()).toBe(0)
  const own = await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId))
  expect(own.next).toContain(
    `You can say yes again until ${longDate(londonDay(addDays(began, LAPSE_DAYS)))}.`,
  )
  await consent()
  daysLater(LAPSE_DAYS + 1)
  expect(await sweep()).toBe(0)
  await approval()
  expect(await stateOf()).toBe('introduced')
})

test('one key alone does not keep it for ever', async () => {
  daysLater(3)
  await approval()
  daysLater(3 + LAPSE_DAYS)
  expect(await sweep()).toBe(0)
  daysLater(3 + LAPSE_DAYS + 1)
  expect(await sweep()).toBe(1)
})

test('the end is in the history and on record once, by the system, however often it runs', async () => {
  daysLater(40)
  expect(await sweep()).toBe(1)
  expect(await sweep()).toBe(0)
  expect(await historyOf()).toEqual({
    events: ['show_interest by candidate', 'expire by system'],
    entries: ['introduction.show_interest', 'introduction.expire'],
  })
})

test('two runs at once end each one once', async () => {
  const others = []
  for (let i = 0; i < 5; i += 1) others.push(await interest((await anotherOpening()).id))
  daysLater(40)
  const ended = await Promise.all([sweep(), sweep(), sweep()])
  expect(ended.reduce((a, b) => a + b)).toBe(6)
  for (const id of [introductionId, ...others])
    expect((await historyOf(id)).entries).toHaveLength(2)
})

test('what an employer has read, and what has ended, is left alone', async () => {
  await consent()
  await approval()
  const refused = await interest((await anotherOpening()).id)
  await world.as(world.mentor, (ctx) => refuse(ctx, { ...key(refused), reason: 'other' }))
  daysLater(400)
  expect(await sweep()).toBe(0)
  expect(await stateOf()).toBe('introduced')
  expect(await stateOf(refused)).toBe('refused')
})

test('a key turned at the last moment wins', async () => {
  daysLater(40)
  await consent()
  await expect(
    world.as(system('test'), (ctx) => expire(ctx, { introductionId })),
  ).rejects.toBeInstanceOf(Conflict)
  expect(await stateOf()).toBe('proposed')
})

test('nobody but the system can do it', async () => {
  daysLater(40)
  for (const person of [world.candidate, world.mentor, world.employer])
    await expect(world.as(person, (ctx) => expire(ctx, { introductionId }))).rejects.toBeInstanceOf(
      NotFound,
    )
})

test('one that somebody holds does not keep the others, and is not forgotten', async () => {
  const other = await interest((await anotherOpening()).id)
  daysLater(40)
  await inTransaction(world.db, system('test'), async (tx) => {
    await tx.execute(sql`select 1 from introductions where id = ${introductionId} for update`)
    await expect(sweep()).rejects.toThrow('1 introductions could not be ended')
  })
  expect(await stateOf(other)).toBe('expired')
  expect(await stateOf()).toBe('proposed')
  expect(await sweep()).toBe(1)
})

test('all are told plainly, the employer never knew, and the candidate can ask again', async () => {
  const before = await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  const last = longDate(londonDay(addDays(began, LAPSE_DAYS)))
  expect(before.next).toContain(`ends by itself after ${last}.`)
  daysLater(40)
  await sweep()
  const own = await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId))
  expect(own).toMatchObject({ status: 'Ran out of time: you can ask again', can: [] })
  expect(own.next).toContain('Nothing was shared.')
  await expect(
    world.as(world.employer, (ctx) => getForEmployer(ctx, introductionId)),
  ).rejects.toBeInstanceOf(NotFound)
  const again = await interest(world.opportunityId)
  expect(again).not.toBe(introductionId)
  await consent(again)
  await approval(again)
  expect(await stateOf(again)).toBe('introduced')
})
