import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { getForChange } from './find.server.ts'
import { tooLate } from './status.ts'

/** Throws an employer's own draft away. What was once sent in has been read by others, and stays. */
export async function deleteDraft(
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<void> {
  if (ctx.actor.role !== 'employer') throw new NotFound()
  const row = await getForChange(ctx, id)
  if (row.state !== 'draft') throw new Conflict(tooLate(row.state))
  const gone = await ctx.db
    .delete(opportunities)
    .where(and(eq(opportunities.id, id), eq(opportunities.version, version)))
    .returning({ id: opportunities.id })
  if (gone.length === 0)
    throw new Conflict('This draft was changed after you opened the page. Look at it again first.')
  await recordAudit(ctx, {
    action: 'opportunity.delete',
    objectType: 'opportunity',
    objectId: id,
    versionBefore: version,
  })
}
