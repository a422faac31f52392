import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../client.server.ts'
import {
  candidateIdentities,
  candidateProfiles,
  candidates,
  candidateSupervision,
  candidateWishes,
  mentorAssignments,
} from '../schema/candidates.ts'
import { only } from './only.ts'

const LONG_AGO = new Date('2020-01-06T09:00:00Z')

export interface CandidateFacts {
  reference?: string
  /** The account they sign in with; none unless given. */
  userId?: string | null
  fullName?: string
  email?: string | null
  phone?: string | null
  /** `yyyy-MM-dd` */
  dateOfBirth?: string
  onLicence?: boolean
  outcode?: string
  wishes?: Partial<typeof candidateWishes.$inferInsert>
  profile?: Partial<
    Pick<typeof candidateProfiles.$inferInsert, 'strengths' | 'skills' | 'experience'>
  >
  /** Whose caseload they are on; nobody's unless given. */
  mentorUserId?: string | null
  isInvented?: boolean
}

/** Somebody with every kind of fact the database keeps apart; an adult, not on licence. */
export async function makeCandidate(tx: Tx, facts: CandidateFacts = {}) {
  const id = uuidv7()
  const candidate = only(
    await tx
      .insert(candidates)
      .values({
        id,
        reference: facts.reference ?? `C-${id}`,
        userId: facts.userId,
        isInvented: facts.isInvented,
      })
      .returning(),
  )
  await tx.insert(candidateIdentities).values({
    candidateId: id,
    fullName: facts.fullName ?? 'Casey Candidate',
    email: facts.email,
    phone: facts.phone,
    dateOfBirth: facts.dateOfBirth ?? '1990-05-17',
  })
  await tx
    .insert(candidateSupervision)
    .values({ candidateId: id, isOnLicence: facts.onLicence ?? false })
  await tx
    .insert(candidateWishes)
    .values({ ...facts.wishes, candidateId: id, outcode: facts.outcode ?? 'NR2' })
  await tx.insert(candidateProfiles).values({
    strengths: 'I turn up on time and I learn fast.',
    skills: 'Fork lift ticket, food hygiene level 2.',
    experience: 'Two years in a warehouse.',
    ...facts.profile,
    candidateId: id,
  })
  if (facts.mentorUserId)
    await makeAssignment(tx, { candidateId: id, mentorUserId: facts.mentorUserId })
  return candidate
}

/** Puts a candidate on a mentor's caseload, from long ago and without end. */
export async function makeAssignment(
  tx: Tx,
  overrides: Pick<typeof mentorAssignments.$inferInsert, 'candidateId' | 'mentorUserId'> &
    Partial<typeof mentorAssignments.$inferInsert>,
) {
  return only(
    await tx
      .insert(mentorAssignments)
      .values({ startsAt: LONG_AGO, ...overrides })
      .returning(),
  )
}
