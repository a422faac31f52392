import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import {
  acceptOffer,
  approve,
  giveConsent,
  meet,
  notThisTime,
  offer,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { getForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { shortlist, showInterest } from '#app/features/introductions/propose.server.ts'
import { listForCandidate } from '#app/features/introductions/queries.server.ts'
import { getShortlist } from '#app/features/mentors/queries.server.ts'
import { browseOpenings } from '#app/features/opportunities/browse.server.ts'
import { readFilters } from '#app/features/opportunities/read-filters.ts'
import { openingById, ownOpenings } from '#app/features/opportunities/queries.server.ts'
import { anonymous, type Actor, type Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { logger } from '#app/platform/logger.server.ts'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { sqlOf } from '#db/client.server.ts'
import { makeCandidate, makeGrant, makeUser } from '#db/factories/index.ts'
import { releasedNames } from '#db/schema/introductions.ts'
import { employers } from '#db/schema/employers.ts'
import { buildPlan } from '#search/plan.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { actorOf, hashOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
/** Brought as far as an offer, which they accept in `fill`. */
let first: Person
interface Person {
  actor: Actor
  candidateId: string
  introductionId: string
}

beforeEach(async () => {
  world = await makeWorld({ places: 1 })
  first = await somebody('offered')
})
afterEach(() => world.close())

const WORDS = 'Good with my hands'
const stages = ['interested', 'introduced', 'meeting', 'offered'] as const

/** Somebody new on the mentor's caseload, with an introduction to the one opening there is. */
async function somebody(stage: (typeof stages)[number] | 'nothing'): Promise<Person> {
  const { actor, candidateId } = await world.inside(async (tx) => {
    const account = await makeUser(tx)
    await makeGrant(tx, { userId: account.id, role: 'candidate' })
    const made = await makeCandidate(tx, {
      userId: account.id,
      mentorUserId: world.mentor.userId,
      profile: { strengths: WORDS, skills: '', experience: '' },
    })
    return { actor: actorOf('candidate', account.id), candidateId: made.id }
  })
  const { opportunityId, mentor, employer } = world
  if (stage === 'nothing') return { actor, candidateId, introductionId: '' }
  const introductionId = await world.as(actor, (ctx) => showInterest(ctx, { opportunityId }))
  const key = { introductionId, textHash: hashOf(`What I am good at\n${WORDS}`) }
  const steps: [Actor, (ctx: Context) => Promise<unknown>][][] = [
    [],
    [
      [actor, (ctx) => giveConsent(ctx, key)],
      [mentor, (ctx) => approve(ctx, key)],
    ],
    [[employer, (ctx) => meet(ctx, key)]],
    [[employer, (ctx) => offer(ctx, key)]],
  ]
  for (const [by, step] of steps.slice(0, stages.indexOf(stage) + 1).flat())
    await world.as(by, step)
  return { actor, candidateId, introductionId }
}

const fill = () => world.as(first.actor, (ctx) => acceptOffer(ctx, first))
const empty = () => world.as(first.actor, (ctx) => withdraw(ctx, first))
const own = ({ actor, introductionId }: Person) =>
  world.as(actor, (ctx) => getForCandidate(ctx, introductionId))
const asEmployer = ({ introductionId }: Person) =>
  world.as(world.employer, (ctx) => getForEmployer(ctx, introductionId))
const asMentor = ({ introductionId }: Person) =>
  world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
const found = async (query = '') => {
  const filters = readFilters(new URLSearchParams(query))
  const { openings } = await world.as(anonymous('test'), (ctx) =>
    browseOpenings(ctx, filters, postgresSearch(sqlOf(ctx.db))),
  )
  return openings.map(({ id }) => id)
}

test('nobody new can be interested or put forward while every place is taken', async () => {
  const second = await somebody('nothing')
  await fill()
  const { opportunityId } = world
  const interest = () => world.as(second.actor, (ctx) => showInterest(ctx, { opportunityId }))
  await expect(interest()).rejects.toThrow('Every place of this opening is taken.')
  await expect(
    world.as(world.mentor, (ctx) => shortlist(ctx, { ...second, opportunityId })),
  ).rejects.toThrow('Every place of this opening is taken.')
  await expect(world.as(world.mentor, (ctx) => getShortlist(ctx, opportunityId))).rejects.toThrow(
    'Every place of this opening is taken.',
  )
  await empty()
  await expect(interest()).resolves.toBeTypeOf('string')
})

test('a full opening is in no list and no index, still has its page, and comes back by itself', async () => {
  const index = postgres(world.database.appUrl, { max: 1, connection: { 'app.role': 'system' } })
  const engine = postgresSearch(index)
  const relay = () => relaySearch({ db: world.db, clock: world.clock, log: logger, search: engine })
  const indexed = async () => (await engine.search(buildPlan({ text: 'bakery' }))).ids
  const page = () => world.as(anonymous('test'), (ctx) => openingById(ctx, world.opportunityId))
  const listed = async () =>
    (await world.as(world.employer, ownOpenings)).openings.map(({ openness }) => openness)

  await relay()
  expect([await found(), await indexed()]).toEqual([[world.opportunityId], [world.opportunityId]])
  expect((await page()).openness).toBe('open')
  await fill()
  // The index is told later; what it says is read again under today's facts.
  expect([await found(), await found('q=bakery')]).toEqual([[], []])
  await relay()
  expect(await indexed()).toEqual([])
  expect((await page()).openness).toBe('full')
  expect(await listed()).toEqual(['full'])
  await empty()
  await relay()
  expect([await found('q=bakery'), await indexed()]).toEqual([
    [world.opportunityId],
    [world.opportunityId],
  ])
  expect(await listed()).toEqual(['open'])
  await index.end()
})

test.each(stages)(
  'somebody who is %s when the last place goes is told, on every side',
  async (stage) => {
    const second = await somebody(stage)
    expect((await own(second)).next).not.toContain('Every place')
    await fill()
    expect((await own(second)).next).toContain('Every place of this opening is taken just now')
    expect((await own(second)).can).not.toContain('accept_offer')
    const [listed] = await world.as(second.actor, listForCandidate)
    expect(listed?.next).toContain('Every place')
    const seen = await asMentor(second)
    expect(seen.next).toContain('Every place of this opening is taken just now.')
    expect(seen.checks).toContainEqual({
      name: 'A place left',
      result: 'not_met',
      because: '0 of 1 place left.',
    })
    if (stage === 'interested') await expect(asEmployer(second)).rejects.toBeInstanceOf(NotFound)
    else {
      const view = await asEmployer(second)
      expect(view.next).toMatch(/^Every place of this opening/)
      expect(view.can).toEqual(stage === 'offered' ? [] : ['not_this_time'])
    }
    await empty()
    expect((await own(second)).next).not.toContain('Every place')
  },
)

test('whoever has taken the place reads nothing of it', async () => {
  await fill()
  expect((await own(first)).next).toBe(
    'A place is yours. Your mentor agrees the first day with the employer and tells you. Once you have started, the employer records it here.',
  )
  expect((await asEmployer(first)).next).toContain('They said yes.')
  expect((await asMentor(first)).next).not.toContain('Every place')
})

test('no name is given out and no offer made for an opening without a place', async () => {
  const reading = await somebody('introduced')
  const meeting = await somebody('meeting')
  await fill()
  const names = () =>
    world.inside((tx) =>
      tx
        .select()
        .from(releasedNames)
        .where(eq(releasedNames.introductionId, reading.introductionId)),
    )
  await expect(world.as(world.employer, (ctx) => meet(ctx, reading))).rejects.toThrow(
    'Every place of this opening is taken. You can answer “not this time”.',
  )
  expect(await names()).toEqual([])
  await expect(world.as(world.employer, (ctx) => offer(ctx, meeting))).rejects.toThrow(
    'Every place of this opening is taken.',
  )
  await world.as(world.employer, (ctx) =>
    notThisTime(ctx, { ...meeting, reason: 'another_candidate' }),
  )
  await empty()
  await world.as(world.employer, (ctx) => meet(ctx, reading))
  expect(await names()).toHaveLength(1)
})

test('nobody can be interested in what an employer who was stopped offers', async () => {
  const second = await somebody('nothing')
  await world.inside((tx) =>
    tx.update(employers).set({ suspendedAt: new Date() }).where(eq(employers.id, world.employerId)),
  )
  const { opportunityId } = world
  await expect(
    world.as(second.actor, (ctx) => showInterest(ctx, { opportunityId })),
  ).rejects.toBeInstanceOf(NotFound)
})
