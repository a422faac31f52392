import { subDays } from 'date-fns'
import {
  acceptOffer,
  approve,
  confirmStart,
  declineOffer,
  giveConsent,
  meet,
  notThisTime,
  offer,
  recordOfficer,
  recordStart,
  refuse,
  secondApprove,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { expire } from '#app/features/introductions/expire.server.ts'
import { LAPSE_DAYS } from '#app/features/introductions/lapse.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { tickOff } from '#app/features/introductions/ticks.server.ts'
import { currentWords } from '#app/features/introductions/words.server.ts'
import { fixedClock, londonDay } from '#app/platform/clock.ts'
import { system, type Actor, type Context } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { actAs, type Tx } from '../client.server.ts'

/** Who and what the introductions are between, in the order of the invented lists. */
export interface World {
  candidates: {
    id: string
    userId: string
    mentorUserId: string
    onLicence: boolean
    isUnder18: boolean
  }[]
  employers: { id: string; userId: string; openingIds: string[] }[]
  safeguardingLeadId: string
}

const both = ['consent', 'approve'] as const
const journeys = {
  interested: [],
  consented: ['consent'],
  approved: ['approve'],
  first_approved: ['consent', 'first_approve'],
  introduced: both,
  meeting: [...both, 'meet'],
  offered: [...both, 'meet', 'offer'],
  accepted: [...both, 'meet', 'offer', 'accept'],
  started: [...both, 'meet', 'offer', 'accept', 'start'],
  confirmed: [...both, 'meet', 'offer', 'accept', 'start', 'confirm'],
  refused: ['refuse'],
  withdrawn: [...both, 'withdraw', 'see'],
  expired: ['consent', 'expire'],
  not_this_time: [...both, 'not_this_time', 'tell'],
  offer_declined: [...both, 'meet', 'offer', 'decline'],
} as const satisfies Record<string, readonly Step[]>

type Step =
  | 'consent'
  | 'first_approve'
  | 'approve'
  | 'meet'
  | 'offer'
  | 'accept'
  | 'decline'
  | 'start'
  | 'confirm'
  | 'refuse'
  | 'withdraw'
  | 'expire'
  | 'not_this_time'
  | 'tell'
  | 'see'

/** Candidate, employer, opening of that employer, how far it went, how many days ago it began. */
const plan: [number, number, number, keyof typeof journeys, number][] = [
  [0, 0, 0, 'meeting', 9],
  [0, 2, 0, 'introduced', 3],
  [0, 2, 2, 'interested', 1],
  [0, 7, 1, 'not_this_time', 30],
  [1, 1, 1, 'interested', 10],
  [1, 0, 0, 'introduced', 4],
  [2, 7, 0, 'consented', 12],
  [2, 7, 2, 'confirmed', 40],
  [3, 10, 0, 'offered', 15],
  [3, 0, 1, 'approved', 2],
  [4, 2, 0, 'started', 20],
  [4, 2, 1, 'refused', 26],
  [5, 11, 0, 'withdrawn', 18],
  [5, 0, 4, 'introduced', 2],
  [6, 3, 0, 'confirmed', 60],
  [6, 1, 1, 'expired', 45],
  [7, 4, 0, 'confirmed', 50],
  [8, 3, 2, 'interested', 6],
  [9, 6, 2, 'meeting', 8],
  [9, 6, 0, 'offer_declined', 33],
  [10, 6, 2, 'accepted', 21],
  [11, 6, 0, 'confirmed', 55],
  [12, 9, 3, 'introduced', 5],
  [13, 7, 2, 'interested', 4],
  [14, 1, 2, 'first_approved', 3],
  [15, 9, 2, 'consented', 5],
  [16, 4, 3, 'meeting', 11],
  [17, 3, 2, 'confirmed', 48],
  [18, 5, 1, 'confirmed', 70],
  [19, 5, 0, 'offered', 19],
  [20, 3, 2, 'not_this_time', 25],
  [21, 10, 3, 'interested', 2],
  [22, 10, 1, 'confirmed', 66],
  [23, 4, 0, 'not_this_time', 28],
  [24, 8, 0, 'confirmed', 44],
  [25, 11, 1, 'accepted', 16],
  [26, 8, 0, 'started', 24],
  [27, 1, 0, 'introduced', 6],
  [28, 9, 0, 'confirmed', 38],
  [29, 7, 2, 'withdrawn', 22],
]

/** Introductions in every state, each made by the commands that people's own clicks call. */
export async function seedIntroductions(tx: Tx, world: World, now: Date) {
  for (const entry of plan) await seedOne(tx, world, now, entry)
}

async function seedOne(
  tx: Tx,
  world: World,
  now: Date,
  [candidate, employer, opening, journey, daysAgo]: (typeof plan)[number],
) {
  const person = at(world.candidates, candidate)
  const host = at(world.employers, employer)
  const clock = fixedClock(subDays(now, daysAgo))
  const as = async (actor: Actor): Promise<Context> => {
    await actAs(tx, actor)
    return { db: tx, actor, clock, log: logger }
  }
  const own = actor('candidate', person.userId)
  const introductionId = await showInterest(await as(own), {
    opportunityId: at(host.openingIds, opening),
  })
  const players = {
    candidate: () => as(own),
    mentor: () => as(actor('mentor', person.mentorUserId)),
    employer: () => as({ ...actor('employer', host.userId), employerId: host.id }),
    lead: () => as({ ...actor('coordinator', world.safeguardingLeadId), isSafeguardingLead: true }),
    system: () => as(system('demo')),
  }
  let left = daysAgo
  for (const step of journeys[journey]) {
    left = Math.max(0, left - (step === 'expire' ? LAPSE_DAYS + 1 : 1))
    clock.set(subDays(now, left))
    await take(step, { introductionId, person, players, today: londonDay(clock.now()) })
  }
  await as(system('demo'))
}

interface Scene {
  introductionId: string
  person: World['candidates'][number]
  players: Record<'candidate' | 'mentor' | 'employer' | 'lead' | 'system', () => Promise<Context>>
  today: string
}

async function take(step: Step, { introductionId, person, players, today }: Scene) {
  const one = { introductionId }
  switch (step) {
    case 'consent': {
      const ctx = await players.candidate()
      const { hash } = await currentWords(ctx, person.id)
      return giveConsent(ctx, { ...one, textHash: hash })
    }
    case 'first_approve': {
      const ctx = await players.mentor()
      if (person.onLicence)
        await recordOfficer(ctx, { ...one, officerName: 'K. Ollands', approvedOn: today })
      const { hash } = await currentWords(ctx, person.id)
      return approve(ctx, { ...one, textHash: hash })
    }
    case 'approve': {
      await take('first_approve', { introductionId, person, players, today })
      if (!person.isUnder18) return
      const ctx = await players.lead()
      const { hash } = await currentWords(ctx, person.id)
      return secondApprove(ctx, { ...one, textHash: hash })
    }
    case 'meet':
      return meet(await players.employer(), one)
    case 'offer':
      return offer(await players.employer(), one)
    case 'accept':
      return acceptOffer(await players.candidate(), one)
    case 'decline':
      return declineOffer(await players.candidate(), one)
    case 'start':
      return recordStart(await players.employer(), { ...one, startedOn: today })
    case 'confirm':
      return confirmStart(await players.mentor(), one)
    case 'refuse':
      return refuse(await players.mentor(), { ...one, reason: 'not_ready' })
    case 'withdraw':
      return withdraw(await players.candidate(), one)
    case 'expire':
      return expire(await players.system(), one)
    case 'not_this_time':
      return notThisTime(await players.employer(), { ...one, reason: 'another_candidate' })
    case 'tell':
      return tickOff(await players.mentor(), { ...one, task: 'tell_not_this_time', isDue: true })
    case 'see':
      return tickOff(await players.mentor(), { ...one, task: 'taken_back', isDue: true })
  }
}

const actor = (role: Actor['role'], userId: string): Actor => ({ ...system('demo'), role, userId })

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`The demo has no number ${index} there`)
  return item
}
