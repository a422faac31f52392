import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { enrolments, programmes } from '#db/schema/programmes.ts'

/** Whether somebody is in a programme now of which `rule`, a condition on `programmes`, is true. */
export async function isInProgrammeWith(
  { db }: Context,
  candidateId: string,
  rule: SQL,
): Promise<boolean> {
  const rows = await db
    .select({ id: enrolments.id })
    .from(enrolments)
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(and(eq(enrolments.candidateId, candidateId), isNull(enrolments.endedOn), rule))
    .limit(1)
  return rows.length > 0
}
