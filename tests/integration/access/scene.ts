import {
  approve,
  giveConsent,
  recordOfficer,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { fixedClock, londonDay } from '#app/platform/clock.ts'
import type { Actor } from '#app/platform/context.ts'
import {
  makeCandidate,
  makeEmployer,
  makeGrant,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { roleGrants } from '#db/schema/accounts.ts'
import { ask, type Answer, type Question } from '#tests/support/ask.ts'
import { cookieFor } from '#tests/support/session.ts'
import { startTestWeb } from '#tests/support/web.ts'
import { actorOf, populate } from '#tests/support/world.ts'

/** The kinds of people there are, two of each where one is the stranger. */
export const people = [
  'nobody',
  'candidate',
  'other candidate',
  'mentor',
  'safeguarding lead',
  'other mentor',
  'employer',
  'other employer',
  'pending employer',
  'board',
  'coordinator',
] as const
export type Person = (typeof people)[number]

export type Scene = Awaited<ReturnType<typeof openScene>>

/** What an address may be about, and the words of it that a stranger must not read. */
export interface Thing {
  id: string
  words: string[]
}

/**
 * The product with everybody in it and one of every thing that an address can be about. The
 * candidate is looked after by the mentor, with the safeguarding lead as cover; the openings are
 * the employer's, and so are the introductions.
 */
export async function openScene() {
  const clock = fixedClock(new Date())
  const web = await startTestWeb({ clock })
  const { actors, known, openings } = await fill(web)
  const introductions = await introduce(web, known, openings, londonDay(clock.now()))

  const person = { words: ['Quillfeather', 'Canarywordstrength'] }
  const things = {
    'a live opening': { id: openings.live, words: ['Canarylive'] },
    'an opening for programmes': { id: openings.forProgrammes, words: ['Canaryprogrammes'] },
    'a draft': { id: openings.draft, words: ['Canarydraft'] },
    'a closed opening': { id: openings.closed, words: ['Canaryclosed'] },
    'an introduction asked for': { id: introductions.asked, ...person },
    'an introduction released': { id: introductions.released, ...person },
    'an introduction taken back': { id: introductions.takenBack, ...person },
    'the person': { id: known.candidateId, ...person },
    'a pending employer': { id: known.pendingEmployerId, words: ['Canarypending'] },
    'an account': { id: actors.board.userId ?? '', words: [] },
    'a link': { id: 'x'.repeat(43), words: [] },
  } satisfies Record<string, Thing>

  const signIn = async (person: Person) => {
    const { userId } = actors[person]
    return userId ? web.asSystem((tx) => cookieFor(tx, userId, clock.now())) : ''
  }
  const grants = await web.asSystem(async (tx) => {
    const all = await tx.select({ id: roleGrants.id, userId: roleGrants.userId }).from(roleGrants)
    return new Map(all.map(({ id, userId }) => [userId, id]))
  })
  const cookies = new Map<Person, string>()
  for (const person of people) cookies.set(person, await signIn(person))

  return {
    web,
    clock,
    actors,
    things,
    textHash: known.textHash,
    otherCandidateId: known.otherCandidateId,
    /** Ids of the role grants, by user. */
    grants,
    /** Asks as somebody, in the session they have had from the start. */
    ask: (person: Person, question: Question): Promise<Answer> =>
      ask(web.url, { ...question, cookie: cookies.get(person) ?? '' }),
    /** The same in a session of its own, which the answer may end. */
    askOnce: async (person: Person, question: Question): Promise<Answer> =>
      ask(web.url, { ...question, cookie: await signIn(person) }),
  }
}

type Web = Awaited<ReturnType<typeof startTestWeb>>
type Openings = Awaited<ReturnType<typeof fill>>['openings']

function fill(web: Web) {
  return web.asSystem(async (tx) => {
    const first = await populate(tx, { onLicence: true })
    const { employerId } = first
    const account = await makeUser(tx, { name: 'Other Candidate' })
    await makeGrant(tx, { userId: account.id, role: 'candidate' })
    const otherCandidate = await makeCandidate(tx, {
      userId: account.id,
      mentorUserId: first.stranger.userId,
    })
    const staff = async (role: 'board' | 'coordinator') => {
      const user = await makeUser(tx)
      await makeGrant(tx, { userId: user.id, role })
      return actorOf(role, user.id)
    }
    const pending = await makeEmployer(tx, { name: 'Canarypending Ltd', approvedAt: null })
    const pendingUser = await makeUser(tx)
    await makeGrant(tx, { userId: pendingUser.id, role: 'employer', employerId: pending.id })
    const opening = async (more: Parameters<typeof makeOpportunity>[1]) =>
      (await makeOpportunity(tx, { employerId, places: 5, ...more })).id

    const actors: Record<Person, Actor | { userId: null }> = {
      nobody: { userId: null },
      candidate: first.candidate,
      'other candidate': actorOf('candidate', account.id),
      mentor: first.mentor,
      'safeguarding lead': first.lead,
      'other mentor': first.stranger,
      employer: first.employer,
      'other employer': first.otherEmployer,
      'pending employer': actorOf('employer', pendingUser.id, { employerId: pending.id }),
      board: await staff('board'),
      coordinator: await staff('coordinator'),
    }
    return {
      actors,
      known: { ...first, pendingEmployerId: pending.id, otherCandidateId: otherCandidate.id },
      openings: {
        live: await opening({ title: 'Canarylive' }),
        forProgrammes: await opening({ title: 'Canaryprogrammes', audience: 'programme' }),
        draft: await opening({ title: 'Canarydraft', state: 'draft', publishedAt: null }),
        closed: await opening({ title: 'Canaryclosed', state: 'closed', closedAt: new Date() }),
        released: await opening({ title: 'Baker' }),
        takenBack: await opening({ title: 'Driver' }),
      },
    }
  })
}

async function introduce(
  web: Web,
  { candidate, mentor, textHash }: Awaited<ReturnType<typeof fill>>['known'],
  openings: Openings,
  today: string,
) {
  const askFor = (opportunityId: string) =>
    web.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  const release = async (introductionId: string) => {
    const key = { introductionId, textHash }
    await web.as(candidate, (ctx) => giveConsent(ctx, key))
    await web.as(mentor, (ctx) =>
      recordOfficer(ctx, { introductionId, officerName: 'Pat Officer', approvedOn: today }),
    )
    await web.as(mentor, (ctx) => approve(ctx, key))
  }
  const asked = await askFor(openings.live)
  const released = await askFor(openings.released)
  await release(released)
  const takenBack = await askFor(openings.takenBack)
  await release(takenBack)
  await web.as(candidate, (ctx) => withdraw(ctx, { introductionId: takenBack }))
  return { asked, released, takenBack }
}
