import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { isOwnMentorNow } from '#app/features/mentors/assignment.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { mentors } from '#db/schema/accounts.ts'
import { candidates, mentorAssignments } from '#db/schema/candidates.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { standingOf } from './standing.ts'
import type { State } from './events.ts'
import type { MissingKey } from './gate.ts'

const WEEK = 7 * 24 * 3_600_000

/**
 * Introductions that have waited for the same person for more than a week, the longest wait first:
 * for the office, by reference, and with no word of why a mentor has not gone on yet.
 */
export async function listLongWaiting({ db, actor, clock }: Context) {
  if (actor.role !== 'coordinator') throw new NotFound()
  const now = clock.now()
  const rows = await db
    .select({
      ...getTableColumns(introductions),
      reference: candidates.reference,
      title: opportunities.title,
      isFull,
      mentorName: mentors.displayName,
      mentorPhone: mentors.workPhone,
    })
    .from(introductions)
    .innerJoin(candidates, eq(candidates.id, introductions.candidateId))
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(
      mentorAssignments,
      and(eq(mentorAssignments.candidateId, introductions.candidateId), isOwnMentorNow),
    )
    .leftJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(isNull(introductions.endedAt))
    .orderBy(asc(introductions.createdAt))
  return rows
    .flatMap((row) => {
      const { state, missing } = standingOf(row, now)
      const turn = turnOf(state, missing, row)
      if (!turn?.since || now.getTime() - turn.since.getTime() <= WEEK) return []
      const { id, candidateId, reference, title, mentorName, mentorPhone } = row
      return [{ id, candidateId, reference, title, mentorName, mentorPhone, ...turn }]
    })
    .sort((a, b) => (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0))
}

interface Times {
  createdAt: Date
  consentGivenAt: Date | null
  approvalGivenAt: Date | null
  firstReleasedAt: Date | null
  startRecordedAt: Date | null
  startConfirmedAt: Date | null
}

/** Who has to do something next, and since when; null where nobody is waited for. */
function turnOf(state: State, missing: readonly MissingKey[], at: Times) {
  if (state === 'introduced') return { who: 'The employer', since: at.firstReleasedAt }
  if (state === 'started' && at.startConfirmedAt === null)
    return { who: 'The mentor', since: at.startRecordedAt }
  if (state !== 'proposed') return null
  if (missing.includes('consent') || missing.includes('consent_expired'))
    return { who: 'The person', since: at.createdAt }
  const isOnlySecond = missing.every((key) => key === 'second')
  return isOnlySecond
    ? { who: 'A safeguarding lead', since: at.approvalGivenAt }
    : { who: 'The mentor', since: at.consentGivenAt }
}
