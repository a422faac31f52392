import { eq } from 'drizzle-orm'
import { isInProgrammeWith } from '#app/features/programmes/membership.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { candidateRestrictions } from '#db/schema/sensitive.ts'
import { programmes } from '#db/schema/programmes.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { judge, worst, type Verdict } from './judge.ts'
import { getStatus, isOnRecord, textOf } from './queries.server.ts'
import type { RestrictionStatus } from './status.ts'

/** How somebody's restrictions stand beside one opening: never which they are. */
export interface RestrictionStanding {
  /** Whether a programme they are in records restrictions: then "not checked" stops an approval. */
  isRecorded: boolean
  status: RestrictionStatus
  setAt: Date | null
  /** Null unless there are some. */
  verdict: Verdict | null
}

/**
 * Weighs all restrictions against an opening. The machine reads them, nobody else: it runs as the
 * system or the gate, and gives nothing but the result.
 */
export async function weighRestrictions(
  inside: Context,
  { candidateId, opportunityId }: { candidateId: string; opportunityId: string },
): Promise<RestrictionStanding> {
  const { status, setAt } = await getStatus(inside, candidateId)
  return {
    isRecorded: await isInProgrammeWith(
      inside,
      candidateId,
      eq(programmes.recordsRestrictions, true),
    ),
    status,
    setAt,
    verdict: status === 'some' ? await verdictOf(inside, candidateId, opportunityId) : null,
  }
}

/** What an approval cannot stand on, whoever was asked: what is not checked, or does not fit. */
export const forbidsApproval = (standing: RestrictionStanding) =>
  isUnchecked(standing) || standing.verdict === 'blocked'

/** True where the supervising officer has to be asked first, and their answer is not on record. */
export const mustAskOfficer = (
  { verdict }: RestrictionStanding,
  { officerRecordedAt }: { officerRecordedAt: Date | null },
) => verdict === 'ask' && officerRecordedAt === null

/** True where nobody has said which, and the programme wants it known. */
export const isUnchecked = ({ isRecorded, status }: RestrictionStanding) =>
  isRecorded && status === 'not_checked'

async function verdictOf(
  inside: Context,
  candidateId: string,
  opportunityId: string,
): Promise<Verdict> {
  const { db, clock } = inside
  const [opening] = await db.select().from(opportunities).where(eq(opportunities.id, opportunityId))
  if (!opening) throw new Error('The opening is gone')
  const rows = await db.select().from(candidateRestrictions).where(isOnRecord(candidateId))
  const found = judge(
    rows.map((row) => textOf(inside, row).effect),
    {
      ...opening,
      exclusions: opening.exclusions.map(({ code }) => code),
      // Openings do not give days and times; until they do a curfew is unknown, not kept.
      times: null,
    },
  )
  // What should have been looked at again is not known any more.
  const today = londonDay(clock.now())
  return rows.some(({ reviewOn }) => reviewOn < today) ? worst([found, 'unknown']) : found
}
