import { addMinutes } from 'date-fns'
import { inArray } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { enrolCandidate } from '#app/features/candidates/commands.server.ts'
import { enrolSchema } from '#app/features/candidates/schema.ts'
import { vetEmployer } from '#app/features/employers/vet.server.ts'
import * as commands from '#app/features/introductions/commands.server.ts'
import { shortlist, showInterest } from '#app/features/introductions/propose.server.ts'
import { approve as approveOpening } from '#app/features/opportunities/approve.server.ts'
import { returnWithNotes } from '#app/features/opportunities/return-with-notes.server.ts'
import { londonDay, longDate } from '#app/platform/clock.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import {
  makeEmployer,
  makeGrant,
  makeOpportunity,
  makeProgramme,
  makeUser,
} from '#db/factories/index.ts'
import { users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { introductions } from '#db/schema/introductions.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

const WAITS = 'Something is waiting for you on Throughgate'
const NEWS = 'There is news for you on Throughgate'

let world: World
let introductionId: string
const worlds: World[] = []

beforeEach(async () => {
  world = await makeWorld()
  worlds.push(world)
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

test('at every step to a confirmed start, those it concerns are told, each once', async () => {
  const { candidate, mentor, employer, opportunityId, textHash } = world
  introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  expect(await told()).toEqual(['lead: news', 'mentor: news'])
  await by(candidate, (ctx) => commands.giveConsent(ctx, { introductionId, textHash }))
  expect(await told()).toEqual(['lead: waits', 'mentor: waits'])
  await by(mentor, (ctx) => commands.approve(ctx, { introductionId, textHash }))
  expect(await told()).toEqual(['candidate: news', 'employer: waits', 'lead: news'])
  await by(employer, (ctx) => commands.meet(ctx, { introductionId }))
  expect(await told()).toEqual(['candidate: news', 'lead: waits', 'mentor: waits'])
  await by(employer, (ctx) => commands.offer(ctx, { introductionId }))
  expect(await told()).toEqual(['candidate: waits', 'lead: news', 'mentor: news'])
  await by(candidate, (ctx) => commands.acceptOffer(ctx, { introductionId }))
  expect(await told()).toEqual(['employer: news', 'lead: news', 'mentor: news'])
  const startedOn = londonDay(world.clock.now())
  await by(employer, (ctx) => commands.recordStart(ctx, { introductionId, startedOn }))
  expect(await told()).toEqual(['candidate: news', 'lead: waits', 'mentor: waits'])
  await by(mentor, (ctx) => commands.confirmStart(ctx, { introductionId }))
  expect(await told()).toEqual(['candidate: news', 'employer: news'])
})

test('the employer is told the day to answer by, and nothing else', async () => {
  await shared()
  const [row] = await world.inside((tx) => tx.select().from(introductions))
  const letters = await world.inside((tx) => tx.select().from(messages))
  const body = letters.find(
    ({ subject, body }) => subject === WAITS && /answer by/.test(body),
  )?.body
  expect(body).toContain(`Please answer by ${longDate(row?.answerDueOn ?? '')}.`)
  expect(body).toContain('\n/employer\n')
})

test('put forward by the mentor, the person is told that it is their turn', async () => {
  const { mentor, candidate, candidateId, opportunityId, textHash } = world
  introductionId = await world.as(mentor, (ctx) => shortlist(ctx, { candidateId, opportunityId }))
  expect(await told()).toEqual(['candidate: waits'])
  await by(mentor, (ctx) => commands.approve(ctx, { introductionId, textHash }))
  expect(await told()).toEqual(['candidate: waits'])
  await by(mentor, (ctx) => commands.refuse(ctx, { introductionId, reason: 'other' }))
  expect(await told()).toEqual(['candidate: news'])
  const again = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  expect(again).not.toBe(introductionId)
})

test('taken back before the release, the employer is told nothing', async () => {
  const { candidate, opportunityId } = world
  introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await told()
  await by(candidate, (ctx) => commands.withdraw(ctx, { introductionId }))
  expect(await told()).toEqual(['lead: waits', 'mentor: waits'])
})

test('taken back after it, by the mentor, the person and the employer are told', async () => {
  await shared()
  await by(world.mentor, (ctx) => commands.withdraw(ctx, { introductionId }))
  expect(await told()).toEqual(['candidate: news', 'employer: news', 'lead: waits'])
})

test('both answers that end it are told', async () => {
  const { employer, candidate } = world
  await shared()
  await by(employer, (ctx) => commands.notThisTime(ctx, { introductionId, reason: 'hours' }))
  expect(await told()).toEqual(['candidate: news', 'lead: waits', 'mentor: waits'])
  await shared()
  await by(employer, (ctx) => commands.meet(ctx, { introductionId }))
  await by(employer, (ctx) => commands.offer(ctx, { introductionId }))
  await told()
  await by(candidate, (ctx) => commands.declineOffer(ctx, { introductionId }))
  expect(await told()).toEqual(['employer: news', 'lead: news', 'mentor: news'])
})

test('what cannot be done tells nobody, and what is sent twice at once tells once', async () => {
  await shared()
  world.clock.set(addMinutes(world.clock.now(), 20))
  const meets = Array.from({ length: 8 }, () =>
    world.as(world.employer, (ctx) => commands.meet(ctx, { introductionId })),
  )
  expect(
    (await Promise.allSettled(meets)).filter(({ status }) => status === 'fulfilled'),
  ).toHaveLength(1)
  expect(await told()).toEqual(['candidate: news', 'lead: waits', 'mentor: waits'])
})

test('the same letter goes to one person once in five minutes', async () => {
  const openings = await world.inside((tx) =>
    Promise.all([1, 2, 3].map(() => makeOpportunity(tx, { employerId: world.employerId }))),
  )
  const { candidateId } = world
  const put = (opportunityId: string) =>
    world.as(world.mentor, (ctx) => shortlist(ctx, { candidateId, opportunityId }))
  await put(openings[0]!.id)
  await put(openings[1]!.id)
  expect(await told()).toEqual(['candidate: waits'])
  world.clock.set(addMinutes(world.clock.now(), 6))
  await put(openings[2]!.id)
  expect(await told()).toEqual(['candidate: waits'])
})

test('the employer’s people are told what the office decided', async () => {
  const office = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return actorOf('coordinator', user.id)
  })
  const submitted = () =>
    world.inside((tx) => makeOpportunity(tx, { employerId: world.employerId, state: 'submitted' }))
  const good = await submitted()
  await by(office, (ctx) => approveOpening(ctx, { id: good.id, version: good.version }))
  expect(await told()).toEqual(['employer: news'])
  const bad = await submitted()
  const notes = [{ field: 'title', note: 'Say more' }]
  await by(office, (ctx) => returnWithNotes(ctx, { id: bad.id, version: bad.version, notes }))
  expect(await told()).toEqual(['employer: waits'])

  const pending = await world.inside(async (tx) => {
    const made = await makeEmployer(tx, { approvedAt: null })
    await makeGrant(tx, {
      userId: world.employer.userId ?? '',
      role: 'employer',
      employerId: made.id,
    })
    return made
  })
  const { id, version } = pending
  await by(office, (ctx) => vetEmployer(ctx, { id, version, decision: 'approve', reason: '' }))
  expect(await told()).toEqual(['employer: news'])
})

test('somebody enrolled is told how to come in, and their mentor that there is news', async () => {
  const office = actorOf('coordinator', world.stranger.userId ?? '')
  const programme = await world.inside((tx) => makeProgramme(tx, { name: 'Telling Name' }))
  const form = enrolSchema.parse({
    ...{ fullName: 'Casey Newcomer', email: 'casey@example.test', phone: '', outcode: 'NR1' },
    ...{ 'dateOfBirth-day': '5', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1990' },
    ...{ onLicence: 'no', programmeId: programme.id, mentorUserId: world.mentor.userId },
  })
  await by(office, (ctx) => enrolCandidate(ctx, form))
  const letters = await world.inside((tx) => tx.select().from(messages))
  const welcome = letters.find(({ toAddress }) => toAddress === 'casey@example.test')
  expect(welcome?.subject).toBe('Welcome to Throughgate')
  expect(welcome?.body).toContain('\n/sign-in/link\n')
  expect(welcome?.body).not.toMatch(/Telling|Newcomer/)
  expect(await told()).toEqual(['casey@example.test: Welcome to Throughgate', 'mentor: news'])
})

/** Brings an introduction to the employer, and forgets what was told on the way. */
async function shared() {
  const { candidate, mentor, opportunityId, textHash } = world
  introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await by(candidate, (ctx) => commands.giveConsent(ctx, { introductionId, textHash }))
  await by(mentor, (ctx) => commands.approve(ctx, { introductionId, textHash }))
  await told()
}

/** Does it a while later, so that no letter is held back. */
const by = (actor: Actor, work: (ctx: Context) => Promise<unknown>) => {
  world.clock.set(addMinutes(world.clock.now(), 20))
  return world.as(actor, work)
}

const seen = new Map<World, string[]>()
const lettersOf = () => world.inside((tx) => tx.select().from(messages))

/** Who has been told what since this was last asked. */
async function told(): Promise<string[]> {
  const known = seen.get(world) ?? []
  const all = await lettersOf()
  const fresh = all.filter(({ id }) => !known.includes(id))
  seen.set(
    world,
    all.map(({ id }) => id),
  )
  const { candidate, mentor, lead, employer } = world
  const people = Object.entries({ candidate, mentor, lead, employer })
  const ids = people.map(([, { userId }]) => userId ?? '')
  const rows = await world.inside((tx) => tx.select().from(users).where(inArray(users.id, ids)))
  const nameOf = (address: string) => {
    const user = rows.find(({ email }) => email === address)
    return people.find(([, { userId }]) => userId === user?.id)?.[0] ?? address
  }
  const what: Record<string, string> = { [WAITS]: 'waits', [NEWS]: 'news' }
  return fresh
    .map(({ toAddress, subject }) => `${nameOf(toAddress)}: ${what[subject] ?? subject}`)
    .sort()
}
