import { recordAudit } from '#app/features/audit/record.server.ts'
import { mayDraft } from '#app/features/employers/may-publish.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import type { Kind } from './vocabulary.ts'

/** Begins an opening. A pending employer may draft too; it just cannot send it in. */
export async function createDraft(ctx: Context, { kind }: { kind: Kind }): Promise<string> {
  const { clock, db } = ctx
  const employerId = await refuseWhoMayNotDraft(ctx)
  const [made] = await db
    .insert(opportunities)
    .values({ employerId, kind, createdAt: clock.now() })
    .returning({ id: opportunities.id, version: opportunities.version })
  if (!made) throw new Error('The draft was not kept')
  await recordAudit(ctx, {
    action: 'opportunity.draft',
    objectType: 'opportunity',
    objectId: made.id,
    versionAfter: made.version,
  })
  return made.id
}

/** The employer this person may begin openings for. */
export async function refuseWhoMayNotDraft(ctx: Context): Promise<string> {
  const { role, employerId } = ctx.actor
  if (role !== 'employer' || employerId === null)
    throw new Forbidden('Only an employer can begin an opening')
  if (!(await mayDraft(ctx, employerId)))
    throw new Conflict('The office did not approve your organisation, so it cannot post openings.')
  return employerId
}
