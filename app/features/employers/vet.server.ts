import { and, eq } from 'drizzle-orm'
import { tell, usersOf } from '#app/features/accounts/tell.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, Invalid } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import { employerById } from './queries.server.ts'
import { stateOf } from './status.ts'

/** The office's decision on a pending employer. A refusal needs a reason, which they will read. */
export async function vetEmployer(
  ctx: Context,
  input: { id: string; version: number; decision: 'approve' | 'refuse'; reason: string },
): Promise<void> {
  const { actor, clock, db } = ctx
  if (actor.role !== 'coordinator') throw new Forbidden('Only the office vets employers')
  const employer = await employerById(ctx, input.id)
  if (stateOf(employer) !== 'pending' || employer.version !== input.version)
    throw new Conflict('This employer has already been decided on. Go back to the list to see how.')
  if (input.decision === 'refuse' && input.reason === '') throw new Invalid({ reason: ['Say why'] })
  const decided =
    input.decision === 'approve'
      ? { approvedAt: clock.now(), approvedBy: actor.userId }
      : { refusedAt: clock.now(), refusalReason: input.reason }
  const saved = await db
    .update(employers)
    .set({ ...decided, version: input.version + 1 })
    .where(and(eq(employers.id, input.id), eq(employers.version, input.version)))
    .returning({ id: employers.id })
  if (saved.length === 0)
    throw new Conflict('This employer has already been decided on. Go back to the list to see how.')
  await recordAudit(ctx, {
    action: `employer.${input.decision}`,
    objectType: 'employer',
    objectId: input.id,
    versionBefore: input.version,
    versionAfter: input.version + 1,
  })
  await tell(ctx, await usersOf(ctx, input.id), { as: 'employer', isTheirTurn: false })
}
