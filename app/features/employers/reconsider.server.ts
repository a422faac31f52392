import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import { employerById } from './queries.server.ts'
import { stateOf } from './status.ts'

/** Approves an employer that the office had refused. `reason` is a code of `reconsiderReasons`. */
export async function reconsiderEmployer(
  ctx: Context,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<void> {
  const { actor, clock, db } = ctx
  if (actor.role !== 'coordinator') throw new NotFound()
  const employer = await employerById(ctx, id)
  const saved =
    stateOf(employer) === 'refused'
      ? await db
          .update(employers)
          .set({
            approvedAt: clock.now(),
            approvedBy: actor.userId,
            refusedAt: null,
            refusalReason: null,
            version: version + 1,
          })
          .where(and(eq(employers.id, id), eq(employers.version, version)))
          .returning({ id: employers.id })
      : []
  if (saved.length === 0)
    throw new Conflict('This decision has been changed already. Go back to the list to see how.')
  await recordAudit(ctx, {
    action: 'employer.reconsider',
    objectType: 'employer',
    objectId: id,
    versionBefore: version,
    versionAfter: version + 1,
    reason,
  })
}
