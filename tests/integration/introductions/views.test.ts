import { addDays } from 'date-fns'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerDueOn } from '#app/features/introductions/answer-due.ts'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import {
  acceptOffer,
  approve,
  confirmStart,
  giveConsent,
  meet,
  notThisTime,
  offer,
  recordStart,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import {
  getForEmployer,
  getStandingForEmployer,
} from '#app/features/introductions/employer-view.server.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import {
  listForCandidate,
  listForEmployer,
  listForMentor,
} from '#app/features/introductions/queries.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { listSightings } from '#app/features/candidates/queries.server.ts'
import { londonDay, longDate } from '#app/platform/clock.ts'
import { NotFound } from '#app/platform/errors.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { candidateProfiles } from '#db/schema/candidates.ts'
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
  expect(one).toMatchObject({ id: introductionId, status: 'Your turn', needsYou: true })
  expect(one?.next).toContain('You decide first')
})

test('the mentor’s list puts what has to be done first, and says when it is overdue', async () => {
  const [before] = await world.as(world.mentor, listForMentor)
  expect(before).toMatchObject({
    task: null,
    status: 'Waiting for: Zebedee Quillfeather’s yes, your approval',
  })
  const { textHash } = world
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
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

test('all three are told by when the employer answers, and when it is late', async () => {
  await turnBothKeys()
  const day = answerDueOn(world.clock.now())
  const told = async () => ({
    employer: await employerReads(),
    list: (await world.as(world.employer, listForEmployer))[0],
    candidate: (await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId)))
      .next,
    mentor: await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId)),
    waiting: (await world.as(world.mentor, listForMentor))[0],
  })
  const before = await told()
  expect(before.employer).toMatchObject({ answerDueOn: day, isOverdue: false })
  expect(before.list).toMatchObject({ answerDueOn: day, isOverdue: false })
  expect(before.candidate).toContain(`by ${longDate(day)}`)
  expect(before.mentor.next).toContain(`answers by ${longDate(day)}`)
  expect(before.waiting).toMatchObject({ task: null, answerDueOn: day })

  world.clock.set(new Date(`${day}T22:00:00Z`))
  expect((await employerReads()).isOverdue).toBe(false)
  world.clock.set(addDays(new Date(`${day}T12:00:00Z`), 1))
  const after = await told()
  expect(after.employer.isOverdue).toBe(true)
  expect(after.list?.isOverdue).toBe(true)
  expect(after.candidate).toContain('are late')
  expect(after.mentor.task).toEqual({ label: 'Ask the employer for their answer', dueOn: day })

  await sayMeet()
  const met = await told()
  expect(met.employer).toMatchObject({ answerDueOn: null, isOverdue: false })
  expect(met.mentor.task).toMatchObject({ tick: 'agree_day' })
})

test('after a withdrawal the employer’s list says only that it is no longer open', async () => {
  await turnBothKeys()
  await sayMeet()
  await takeBack()
  expect(await world.as(world.employer, listForEmployer)).toMatchObject([
    { state: 'closed', status: 'This introduction is no longer open', isOpen: false },
  ])
})

const WORDS = 'Canarywordstrength'
const NAME = 'Zebedee'

const employerReads = (actor: Actor = world.employer) =>
  world.as(actor, (ctx) => getForEmployer(ctx, introductionId))
/** All that an employer can be sent about it, as one text. */
const everythingFor = async (actor: Actor) =>
  JSON.stringify([
    await world.as(actor, listForEmployer),
    await employerReads(actor).catch((error: Error) => error.message),
    await world
      .as(actor, (ctx) => getStandingForEmployer(ctx, introductionId))
      .catch((error: Error) => error.message),
  ])
const readings = () =>
  world.inside(async (tx) => {
    const rows = await tx
      .select({ action: auditEntries.action, by: auditEntries.organisationId })
      .from(auditEntries)
      .where(eq(auditEntries.objectId, introductionId))
      .orderBy(auditEntries.at, auditEntries.id)
    return rows.filter(({ action }) => action.endsWith('.read'))
  })

test('before the first release the introduction does not exist for the employer', async () => {
  const { textHash } = world
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  await expect(employerReads()).rejects.toBeInstanceOf(NotFound)
  expect(await everythingFor(world.employer)).not.toMatch(/Canary|Zebedee/)
  expect(await readings()).toEqual([])
})

test('an id that is none is not found either', async () => {
  for (const [actor, get] of [
    [world.candidate, getForCandidate],
    [world.mentor, getForMentor],
    [world.employer, getForEmployer],
  ] as const)
    for (const id of ['', 'x', undefined, '00000000-0000-7000-8000-000000000000'])
      await expect(world.as<unknown>(actor, (ctx) => get(ctx, id))).rejects.toBeInstanceOf(NotFound)
})

test('the first release gives the words without the name, and the reading is on record', async () => {
  await turnBothKeys()
  const view = await employerReads()
  expect(view.profile?.body).toContain(WORDS)
  expect(view.contact).toBeNull()
  expect(view.can).toEqual(['meet', 'not_this_time'])
  expect(JSON.stringify(view)).not.toContain(NAME)
  expect(await readings()).toEqual([{ action: 'profile.read', by: world.employerId }])
})

test('the second release gives the name and the mentor to ring, and both readings are on record', async () => {
  await turnBothKeys()
  await sayMeet()
  const { contact, can } = await employerReads()
  expect(contact?.name).toContain(NAME)
  expect(contact?.mentorPhone).toBeTruthy()
  expect(can).toEqual(['not_this_time', 'offer'])
  expect((await readings()).map(({ action }) => action)).toEqual(['profile.read', 'name.read'])
})

test('the pages that ask read neither words nor name', async () => {
  await turnBothKeys()
  await sayMeet()
  const view = await world.as(world.employer, (ctx) => getStandingForEmployer(ctx, introductionId))
  expect(JSON.stringify(view)).not.toMatch(/Canary|Zebedee/)
  expect(await readings()).toEqual([])
})

test('after a withdrawal the employer reads that it is no longer open, and nothing else', async () => {
  await turnBothKeys()
  await sayMeet()
  await takeBack()
  const view = await employerReads()
  expect(view).toMatchObject({
    state: 'closed',
    status: 'This introduction is no longer open',
    profile: null,
    contact: null,
    can: [],
  })
  expect(await everythingFor(world.employer)).not.toMatch(/Canary|Zebedee|withdraw/i)
  expect(await readings()).toEqual([])
})

test('a withdrawal before the release leaves nothing for the employer to find', async () => {
  const { textHash } = world
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  await takeBack()
  await expect(employerReads()).rejects.toBeInstanceOf(NotFound)
})

test('“not this time” hides the words, and the candidate reads kinder ones', async () => {
  await turnBothKeys()
  await world.as(world.employer, (ctx) => notThisTime(ctx, { introductionId, reason: 'hours' }))
  expect(await employerReads()).toMatchObject({ profile: null, status: 'You said not this time' })
  const { next } = await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId))
  expect(next).toBe('The hours did not fit. That says nothing about you.')
})

test('another employer never finds it, at any stage', async () => {
  const stages = [() => Promise.resolve(), turnBothKeys, sayMeet, takeBack]
  for (const reach of stages) {
    await reach()
    await expect(employerReads(world.otherEmployer)).rejects.toBeInstanceOf(NotFound)
    expect(await everythingFor(world.otherEmployer)).toBe('[[],"Not found","Not found"]')
  }
})

test('a mentor sees every check; a mentor of other people finds nothing', async () => {
  const view = await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  expect(view.checks.map(({ name, result }) => `${name}: ${result}`)).toEqual([
    'The person’s yes: not_met',
    'Nothing in the words gives the name away: met',
    'Within reach: met',
    'The kind they want: unknown',
    'The hours they want: unknown',
    'Old enough: met',
    'A place left: met',
    'What the employer leaves out: met',
  ])
  expect(view.can).toEqual(['approve', 'refuse'])
  await expect(
    world.as(world.stranger, (ctx) => getForMentor(ctx, introductionId)),
  ).rejects.toBeInstanceOf(NotFound)
})

test('the mentor is shown the words agreed to, not those the profile has come to since', async () => {
  const { textHash } = world
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  await world.inside((tx) => tx.update(candidateProfiles).set({ strengths: 'Newer words' }))
  const seen = await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  expect(seen.words).toEqual({ body: `What I am good at\n${WORDS}`, hash: textHash })
  const own = await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId))
  expect(own).toMatchObject({ hasNewWords: true, agreedWords: seen.words.body })
  expect(own.can).toContain('give_consent')
})

test('long after the release the mentor still reads that the yes was given, for those words', async () => {
  await turnBothKeys()
  const given = longDate(world.clock.now())
  await world.inside((tx) => tx.update(candidateProfiles).set({ strengths: 'Newer words' }))
  world.clock.set(addDays(world.clock.now(), 60))
  const view = await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  expect(view.checks[0]).toMatchObject({ result: 'met', because: `Given on ${given}.` })
  expect(view.words.body).toContain(WORDS)
  expect(view.areWordsAgreed).toBe(true)
})

test('the way to a confirmed start can be read by all three', async () => {
  await turnBothKeys()
  await sayMeet()
  await world.as(world.employer, (ctx) => offer(ctx, { introductionId }))
  await world.as(world.candidate, (ctx) => acceptOffer(ctx, { introductionId }))
  const startedOn = londonDay(world.clock.now())
  await world.as(world.employer, (ctx) => recordStart(ctx, { introductionId, startedOn }))
  const before = await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  expect(before).toMatchObject({ task: { label: 'Confirm the start' }, startedOn })
  expect(before.can).toContain('confirm_start')
  await world.as(world.mentor, (ctx) => confirmStart(ctx, { introductionId }))
  expect(await employerReads()).toMatchObject({ isStartConfirmed: true, startedOn })
  const own = await world.as(world.candidate, (ctx) => getForCandidate(ctx, introductionId))
  expect(own.next).toContain('confirmed your start')
})

test('each time the mentor reads it is kept, and in the person’s own list, whoever the person is', async () => {
  for (let n = 0; n < 2; n++)
    await world.as(world.mentor, (ctx) => getForMentor(ctx, introductionId))
  expect((await readings()).map(({ action }) => action)).toEqual([
    'introduction.read',
    'introduction.read',
  ])
  const seen = await world.as(world.candidate, listSightings)
  const mentors = seen.filter(({ who }) => who.startsWith('A mentor'))
  expect(mentors.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^Your words and what you are looking for, for “/),
    expect.stringMatching(/^Your words and what you are looking for, for “/),
  ])
})

test('on licence, the officer’s approval is asked for before the mentor’s, and reading so is on record', async () => {
  const other = await makeWorld({ onLicence: true })
  const { opportunityId, textHash } = other
  const id = await other.as(other.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  await other.as(other.candidate, (ctx) => giveConsent(ctx, { introductionId: id, textHash }))
  const view = await other.as(other.mentor, (ctx) => getForMentor(ctx, id))
  expect(view.task?.label).toBe('Record the supervising officer’s approval')
  expect(view.can).toEqual(['record_officer', 'refuse'])
  const entries = await other.inside((tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.action, 'supervision.read')),
  )
  expect(entries).toHaveLength(1)
  await other.close()
})
