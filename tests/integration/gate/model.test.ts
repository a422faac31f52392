import { addDays } from 'date-fns'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as commands from '#app/features/introductions/commands.server.ts'
import { shortlist } from '#app/features/introductions/propose.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import {
  makeAssignment,
  makeCandidate,
  makeGrant,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { introductions } from '#db/schema/introductions.ts'
import { actorOf, hashOf, makeWorld, type World } from '#tests/support/world.ts'

/** What the rules say about one introduction, written without looking at how the product does it. */
interface Model {
  state: string
  onLicence: boolean
  underAge: boolean
  consentDay: number | null
  approvalDay: number | null
  approver: 'mentor' | 'lead' | null
  officer: boolean
  second: boolean
  startConfirmed: boolean
  today: number
}

const steps = [
  'consent',
  'approve',
  'approveByLead',
  'approveByStranger',
  'officer',
  'second',
  'refuse',
  'withdraw',
  'withdrawByMentor',
  'meet',
  'meetByOther',
  'notThisTime',
  'offer',
  'accept',
  'declineOffer',
  'recordStart',
  'confirmStart',
  'waitAWeek',
] as const
type Step = (typeof steps)[number]

/** The whole way, from first key to confirmed start. */
const forward = [
  'consent',
  'officer',
  'approve',
  'second',
  'meet',
  'offer',
  'accept',
  'recordStart',
  'confirmStart',
] as const satisfies readonly Step[]

/** The whole way with steps left out and any others put in, so that sequences get past the gate. */
const sequences = fc
  .tuple(
    fc.oneof(fc.constant([...forward]), fc.subarray<Step>([...forward], { minLength: 3 })),
    fc.array(fc.tuple(fc.nat(12), fc.constantFrom(...steps)), { maxLength: 6 }),
  )
  .map(([way, others]) =>
    others.reduce<Step[]>((all, [at, step]) => all.toSpliced(at, 0, step), [...way]),
  )

const words = 'Good with my hands'
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

it('C1: follows the model through 500 random sequences of commands', async () => {
  const start = world.clock.now()
  let runs = 0
  const released = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.boolean(),
      sequences,
      async (onLicence, underAge, sequence) => {
        runs += 1
        world.clock.set(start)
        const model: Model = {
          state: 'proposed',
          onLicence,
          underAge,
          consentDay: null,
          approvalDay: null,
          approver: null,
          officer: false,
          second: false,
          startConfirmed: false,
          today: 0,
        }
        const { introductionId, candidate } = await person(onLicence, underAge)
        for (const step of sequence) {
          if (step === 'waitAWeek') {
            model.today += 7
            world.clock.set(addDays(start, model.today))
            continue
          }
          const expected = judge(model, step)
          const happened = await perform(step, introductionId, candidate)
          expect(`${step}: ${happened}`).toBe(`${step}: ${expected}`)
        }
        const row = await read(introductionId)
        expect(row.state).toBe(model.state)
        expect(row.readable).toBe(
          ['introduced', 'meeting', 'offered', 'accepted', 'started'].includes(model.state),
        )
        expect(row.entries).toBe(row.version)
        released.add(model.state)
      },
    ),
    { numRuns: 500, seed: 20261122, endOnFailure: true },
  )
  expect(runs).toBe(500)
  expect([...released]).toEqual(
    expect.arrayContaining([
      'introduced',
      'meeting',
      'offered',
      'accepted',
      'started',
      'withdrawn',
    ]),
  )
}, 300_000)

/** Whether the rules allow the step, and what it makes of the model when they do. */
function judge(model: Model, step: Exclude<Step, 'waitAWeek'>): 'done' | 'refused' {
  const valid = (day: number | null) => day !== null && model.today < day + 14
  const turnIfComplete = () => {
    const complete =
      valid(model.consentDay) &&
      valid(model.approvalDay) &&
      (!model.onLicence || model.officer) &&
      (!model.underAge || model.second)
    if (complete) model.state = 'introduced'
  }
  const proposed = model.state === 'proposed'
  const approveAs = (who: 'mentor' | 'lead') => {
    if (!proposed || (model.onLicence && !model.officer)) return 'refused'
    // The second approver may not become the first as well.
    if (model.second && who === 'lead') return 'refused'
    // Approved is approved; only where two have to approve may another take the first one's place.
    if (valid(model.approvalDay) && (model.approver === who || !model.underAge)) return 'refused'
    model.approvalDay = model.today
    model.approver = who
    turnIfComplete()
    return 'done'
  }
  const move = (from: string[], to: string) => {
    if (!from.includes(model.state)) return 'refused'
    model.state = to
    return 'done'
  }
  switch (step) {
    case 'consent':
      if (!proposed || valid(model.consentDay)) return 'refused'
      model.consentDay = model.today
      turnIfComplete()
      return 'done'
    case 'approve':
      return approveAs('mentor')
    case 'approveByLead':
      return approveAs('lead')
    case 'approveByStranger':
    case 'meetByOther':
      return 'refused'
    case 'officer':
      if (!proposed || model.officer) return 'refused'
      model.officer = true
      turnIfComplete()
      return 'done'
    case 'second':
      if (!proposed || model.approver === null || model.approver === 'lead') return 'refused'
      if (model.second || !model.underAge) return 'refused'
      model.second = true
      turnIfComplete()
      return 'done'
    case 'refuse':
      return move(['proposed'], 'refused')
    case 'withdraw':
    case 'withdrawByMentor':
      return move(
        ['proposed', 'introduced', 'meeting', 'offered', 'accepted', 'started'],
        'withdrawn',
      )
    case 'meet':
      return move(['introduced'], 'meeting')
    case 'notThisTime':
      return move(['introduced', 'meeting'], 'not_this_time')
    case 'offer':
      return move(['meeting'], 'offered')
    case 'accept':
      return move(['offered'], 'accepted')
    case 'declineOffer':
      return move(['offered'], 'offer_declined')
    case 'recordStart':
      return move(['accepted'], 'started')
    case 'confirmStart':
      if (model.state !== 'started' || model.startConfirmed) return 'refused'
      model.startConfirmed = true
      return 'done'
  }
}

async function perform(step: Exclude<Step, 'waitAWeek'>, introductionId: string, candidate: Actor) {
  const input = { introductionId, textHash: hashOf(`What I am good at\n${words}`) }
  const { mentor, lead, stranger, employer, otherEmployer } = world
  const day = londonDay(world.clock.now())
  const acts: Record<typeof step, [Actor, (ctx: Context) => Promise<unknown>]> = {
    consent: [candidate, (ctx) => commands.giveConsent(ctx, input)],
    approve: [mentor, (ctx) => commands.approve(ctx, input)],
    approveByLead: [lead, (ctx) => commands.approve(ctx, input)],
    approveByStranger: [stranger, (ctx) => commands.approve(ctx, input)],
    officer: [
      mentor,
      (ctx) =>
        commands.recordOfficer(ctx, { ...input, officerName: 'A. Officer', approvedOn: day }),
    ],
    second: [lead, (ctx) => commands.secondApprove(ctx, input)],
    refuse: [mentor, (ctx) => commands.refuse(ctx, { ...input, reason: 'other' })],
    withdraw: [candidate, (ctx) => commands.withdraw(ctx, input)],
    withdrawByMentor: [mentor, (ctx) => commands.withdraw(ctx, input)],
    meet: [employer, (ctx) => commands.meet(ctx, input)],
    meetByOther: [otherEmployer, (ctx) => commands.meet(ctx, input)],
    notThisTime: [employer, (ctx) => commands.notThisTime(ctx, { ...input, reason: 'other' })],
    offer: [employer, (ctx) => commands.offer(ctx, input)],
    accept: [candidate, (ctx) => commands.acceptOffer(ctx, input)],
    declineOffer: [candidate, (ctx) => commands.declineOffer(ctx, input)],
    recordStart: [employer, (ctx) => commands.recordStart(ctx, { ...input, startedOn: day })],
    confirmStart: [mentor, (ctx) => commands.confirmStart(ctx, input)],
  }
  const [actor, act] = acts[step]
  try {
    await world.as(actor, act)
    return 'done'
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound || error instanceof Forbidden)
      return 'refused'
    throw error
  }
}

async function person(onLicence: boolean, underAge: boolean) {
  const { candidate, candidateId, opportunityId } = await world.inside(async (tx) => {
    const account = await makeUser(tx)
    await makeGrant(tx, { userId: account.id, role: 'candidate' })
    const made = await makeCandidate(tx, {
      userId: account.id,
      mentorUserId: world.mentor.userId,
      onLicence,
      dateOfBirth: `${world.clock.now().getUTCFullYear() - (underAge ? 17 : 30)}-01-01`,
      profile: { strengths: words, skills: '', experience: '' },
    })
    await makeAssignment(tx, {
      candidateId: made.id,
      mentorUserId: world.lead.userId ?? '',
      isCover: true,
    })
    const opening = await makeOpportunity(tx, { employerId: world.employerId })
    return {
      candidate: actorOf('candidate', account.id),
      candidateId: made.id,
      opportunityId: opening.id,
    }
  })
  const introductionId = await world.as(world.mentor, (ctx) =>
    shortlist(ctx, { candidateId, opportunityId }),
  )
  return { introductionId, candidate }
}

async function read(introductionId: string) {
  const row = await world.inside(async (tx) => {
    const [found] = await tx
      .select()
      .from(introductions)
      .where(eq(introductions.id, introductionId))
    const [audit] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_entries where object_id = ${introductionId}`,
    )
    return { ...found, entries: audit?.n }
  })
  const profiles = await world.as(world.employer, ({ db }) =>
    db.execute(sql`select 1 from released_profiles where introduction_id = ${introductionId}`),
  )
  return { ...row, readable: profiles.length === 1 }
}
