import { subYears } from 'date-fns'
import { v7 as uuidv7 } from 'uuid'
import {
  approve,
  giveConsent,
  recordOfficer,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { shortlist, showInterest } from '#app/features/introductions/propose.server.ts'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { fixedClock, londonDay } from '#app/platform/clock.ts'
import type { Actor } from '#app/platform/context.ts'
import type { Tx } from '#db/client.server.ts'
import {
  enrol,
  makeCandidate,
  makeEmployer,
  makeGrant,
  makeOpportunity,
  makeProgramme,
  makeProgrammeParts,
  makeUser,
} from '#db/factories/index.ts'
import { roleGrants } from '#db/schema/accounts.ts'
import { ask, type Answer, type Question } from '#tests/support/ask.ts'
import { cookieFor } from '#tests/support/session.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { startTestWeb } from '#tests/support/web.ts'
import { actorOf, hashOf, populate } from '#tests/support/world.ts'

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
  'office lead',
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
 * the employer's, and so are the introductions. Somebody under 18 waits for a second approval.
 */
export async function openScene() {
  const clock = fixedClock(new Date())
  const web = await startTestWeb({ clock })
  const { actors, known, openings } = await fill(web)
  const introductions = await introduce(web, known, openings, londonDay(clock.now()))
  const restrictionId = uuidv7()
  await web.as(known.mentor, (ctx) =>
    addRestriction(ctx, {
      candidateId: known.candidateId,
      form: restrictionForm({ id: restrictionId }),
    }),
  )

  const person = { words: ['Quillfeather', 'Canarywordstrength'] }
  const things = {
    'a live opening': { id: openings.live, words: ['Canarylive'] },
    'an opening for programmes': { id: openings.forProgrammes, words: ['Canaryprogrammes'] },
    'a draft': { id: openings.draft, words: ['Canarydraft'] },
    'a closed opening': { id: openings.closed, words: ['Canaryclosed'] },
    'an introduction asked for': { id: introductions.asked, ...person },
    'an introduction released': { id: introductions.released, ...person },
    'an introduction taken back': { id: introductions.takenBack, ...person },
    'one of somebody under 18': { id: introductions.young, words: ['Canaryyoungname'] },
    'the person': { id: known.candidateId, ...person },
    // Open to nobody here, so that nobody hears a word of it.
    'a restriction': { id: restrictionId, words: [] },
    'a pending employer': { id: known.pendingEmployerId, words: ['Canarypending'] },
    ...programmeThings(known.programmes),
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
    youngTextHash: YOUNG_TEXT_HASH,
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

const YOUNG_STRENGTHS = 'Canaryyoungstrength'
const YOUNG_TEXT_HASH = hashOf(`What I am good at\n${YOUNG_STRENGTHS}`)

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
    const youngCandidate = await makeCandidate(tx, {
      fullName: 'Canaryyoungname',
      mentorUserId: first.mentor.userId,
      dateOfBirth: londonDay(subYears(new Date(), 17)),
      profile: { strengths: YOUNG_STRENGTHS, skills: '', experience: '' },
    })
    const staff = async (role: 'board' | 'coordinator', isSafeguardingLead = false) => {
      const user = await makeUser(tx)
      await makeGrant(tx, { userId: user.id, role, isSafeguardingLead })
      return actorOf(role, user.id, { isSafeguardingLead })
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
      'office lead': await staff('coordinator', true),
    }
    return {
      actors,
      known: {
        ...first,
        pendingEmployerId: pending.id,
        otherCandidateId: otherCandidate.id,
        youngCandidateId: youngCandidate.id,
        programmes: await fillProgrammes(tx, first.candidateId),
      },
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

/** A programme with a public page and one without, and one of everything that belongs to the second. */
async function fillProgrammes(tx: Tx, candidateId: string) {
  await makeProgramme(tx, { name: 'Canaryscheme', publicSlug: 'canary-scheme' })
  const hidden = await makeProgramme(tx, { name: 'Canaryhidden', recordsRestrictions: false })
  const parts = await makeProgrammeParts(tx, hidden.id)
  return { ...parts, enrolment: (await enrol(tx, { candidateId, programmeId: hidden.id })).id }
}

function programmeThings(ids: Awaited<ReturnType<typeof fillProgrammes>>) {
  const words = ['Canaryhidden']
  return {
    'a public programme': { id: 'canary-scheme', words: ['Canaryscheme'] },
    'a programme': { id: ids.programme, words },
    'its money': { id: ids.funding, words },
    'its area': { id: ids.area, words },
    'its source': { id: ids.source, words },
    'what it counts': { id: ids.metric, words },
    'its number': { id: ids.value, words },
    'an organisation': { id: ids.organisation, words: ['Canarypartner'] },
    'a district': { id: ids.district, words: ['Canarydistrict'] },
    'an enrolment': { id: ids.enrolment, words: ['Quillfeather'] },
  }
}

async function introduce(
  web: Web,
  { candidate, mentor, textHash, youngCandidateId }: Awaited<ReturnType<typeof fill>>['known'],
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
  const young = await web.as(mentor, (ctx) =>
    shortlist(ctx, { candidateId: youngCandidateId, opportunityId: openings.live }),
  )
  await web.as(mentor, (ctx) => approve(ctx, { introductionId: young, textHash: YOUNG_TEXT_HASH }))
  return { asked, released, takenBack, young }
}
