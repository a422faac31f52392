import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { getForChange } from './find.server.ts'
import type { Opportunity } from './find.server.ts'
import { canHappen, events, tooLate } from './status.ts'
import type { Event } from './status.ts'

/**
 * The one way an opening changes its state: along an edge of the table, from the version that was
 * read, with its audit entry. `change` gives the other columns to set, and may refuse by throwing.
 */
export async function move(
  ctx: Context,
  { id, event, reason }: { id: string; event: Event; reason?: string },
  change: (row: Opportunity) => Promise<Partial<Opportunity>> | Partial<Opportunity>,
): Promise<Opportunity> {
  const row = await getForChange(ctx, id)
  const { by, to } = events[event]
  if (!(by as readonly string[]).includes(ctx.actor.role))
    throw new Forbidden('This is for somebody else to do')
  if (!canHappen(event, row.state)) throw new Conflict(tooLate(row.state))
  const columns = await change(row)
  const [moved] = await ctx.db
    .update(opportunities)
    .set({ ...columns, state: to, version: row.version + 1 })
    .where(and(eq(opportunities.id, id), eq(opportunities.version, row.version)))
    .returning()
  if (!moved) throw new Conflict(tooLate((await getForChange(ctx, id)).state))
  await recordAudit(ctx, {
    action: `opportunity.${event}`,
    objectType: 'opportunity',
    objectId: id,
    versionBefore: row.version,
    versionAfter: moved.version,
    reason,
  })
  return moved
}
