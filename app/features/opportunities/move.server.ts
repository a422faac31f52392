import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { getForChange } from './find.server.ts'
import type { Opportunity } from './find.server.ts'
import { canHappen, events, tooLate } from './status.ts'
import type { Event } from './status.ts'

/** The words have changed since somebody read what they decide on; nothing was done. */
export class StaleReading extends Conflict {
  constructor() {
    super(
      'This opening has changed since you opened this page. Nothing was decided: read it again.',
    )
  }
}

/**
 * The one way an opening changes its state: along an edge of the table, from the version that was
 * read, with its audit entry. A `version` is the one that whoever decides has read. `change` gives the other columns to set, and may refuse by throwing.
 */
export async function move(
  ctx: Context,
  { id, event, reason, version }: { id: string; event: Event; reason?: string; version?: number },
  change: (row: Opportunity) => Promise<Partial<Opportunity>> | Partial<Opportunity>,
): Promise<Opportunity> {
  const row = await getForChange(ctx, id)
  const { by, to } = events[event]
  if (!(by as readonly string[]).includes(ctx.actor.role))
    throw new Forbidden('This is for somebody else to do')
  if (!canHappen(event, row.state)) throw new Conflict(tooLate(row.state))
  if (version !== undefined && version !== row.version) throw new StaleReading()
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
