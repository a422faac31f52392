import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import type { Kind } from './vocabulary.ts'

/** Begins an opening. A pending employer may draft too; it just cannot send it in. */
export async function createDraft(ctx: Context, { kind }: { kind: Kind }): Promise<string> {
  const { actor, clock, db } = ctx
  if (actor.role !== 'employer' || actor.employerId === null)
    throw new Forbidden('Only an employer can begin an opening')
  const [made] = await db
    .insert(opportunities)
    .values({ employerId: actor.employerId, kind, createdAt: clock.now() })
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
