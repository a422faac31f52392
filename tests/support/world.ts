import { createHash } from 'node:crypto'
import type { Actor, Context, Role } from '#app/platform/context.ts'
import { fixedClock } from '#app/platform/clock.ts'
import { logger } from '#app/platform/logger.server.ts'
import { connect, inTransaction, type Database, type Tx } from '#db/client.server.ts'
import {
  makeAssignment,
  makeCandidate,
  makeEmployer,
  makeGrant,
  makeMentor,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { createTestDatabase } from './database.ts'
import { testKeys } from './keys.ts'

export type World = Awaited<ReturnType<typeof makeWorld>>

/**
 * A database with one person in every part of the main journey: a candidate and their mentor, a
 * second mentor who is the safeguarding lead, an unassigned mentor, two employers, one opening.
 * The clock stands at the present until a test sets it.
 */
export async function makeWorld(
  person: { onLicence?: boolean; dateOfBirth?: string; places?: number } = {},
) {
  const database = await createTestDatabase()
  const db = connect(database.appUrl, { max: 12 })
  const clock = fixedClock(new Date())
  const people = await inTransaction(db, systemActor, (tx) => populate(tx, person))
  return {
    ...people,
    database,
    db,
    clock,
    as: <T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
      runAs(db, clock, actor, work),
    inside: <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, systemActor, work),
    close: async () => {
      await db.$client.end()
      await database.drop()
    },
  }
}

/** The hash by which a key names the words of a profile that `makeCandidate` wrote. */
export const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')

export const actorOf = (
  role: Role,
  userId: string,
  more: Partial<Pick<Actor, 'employerId' | 'isSafeguardingLead'>> = {},
): Actor => ({
  role,
  userId,
  employerId: null,
  isSafeguardingLead: false,
  requestId: 'test',
  ...more,
})

const systemActor: Actor = {
  role: 'system',
  userId: null,
  employerId: null,
  isSafeguardingLead: false,
  requestId: 'test',
}

function runAs<T>(
  db: Database,
  clock: Context['clock'],
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
) {
  return inTransaction(db, actor, (tx) =>
    work({ db: tx, actor, clock, log: logger, keys: testKeys }),
  )
}

/** The people of a world, in whichever database. */
export async function populate(
  tx: Tx,
  { places = 1, ...person }: { onLicence?: boolean; dateOfBirth?: string; places?: number },
) {
  const mentor = await makeMentor(tx)
  const lead = await makeMentor(tx, { isSafeguardingLead: true })
  const stranger = await makeMentor(tx)
  const account = await makeUser(tx)
  await makeGrant(tx, { userId: account.id, role: 'candidate' })
  const candidate = await makeCandidate(tx, {
    ...person,
    userId: account.id,
    mentorUserId: mentor.userId,
    fullName: 'Zebedee Quillfeather',
    profile: { strengths: 'Canarywordstrength', skills: '', experience: '' },
  })
  await makeAssignment(tx, { candidateId: candidate.id, mentorUserId: lead.userId, isCover: true })
  const employer = await makeEmployer(tx)
  const otherEmployer = await makeEmployer(tx, { name: 'Other Works' })
  const opportunity = await makeOpportunity(tx, { employerId: employer.id, places })
  const boss = await makeUser(tx)
  const otherBoss = await makeUser(tx)
  await makeGrant(tx, { userId: boss.id, role: 'employer', employerId: employer.id })
  await makeGrant(tx, { userId: otherBoss.id, role: 'employer', employerId: otherEmployer.id })
  const body = 'What I am good at\nCanarywordstrength'
  return {
    candidateId: candidate.id,
    opportunityId: opportunity.id,
    employerId: employer.id,
    textHash: hashOf(body),
    candidate: actorOf('candidate', account.id),
    mentor: actorOf('mentor', mentor.userId),
    lead: actorOf('mentor', lead.userId, { isSafeguardingLead: true }),
    stranger: actorOf('mentor', stranger.userId),
    employer: actorOf('employer', boss.id, { employerId: employer.id }),
    otherEmployer: actorOf('employer', otherBoss.id, { employerId: otherEmployer.id }),
  }
}
