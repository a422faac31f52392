import { and, eq, or, ne } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { introductions } from '#db/schema/introductions.ts'
import { noApproval } from './gate.ts'
import { isSecondNeeded } from './needs-second.server.ts'
import { throughTheGate } from './transition.server.ts'

/**
 * After the office corrected somebody's date of birth or whether they are on licence: introductions
 * of theirs that nobody has read yet ask for the keys that are needed now. What a mentor approved
 * was approved under other facts, so it is approved again.
 */
export async function reassessKeys(
  ctx: Context,
  { candidateId, isOnLicence, born }: { candidateId: string; isOnLicence: boolean; born: string },
): Promise<void> {
  const { db } = ctx
  await throughTheGate(ctx, async () => {
    const needsSecond = await isSecondNeeded(ctx, { candidateId, born })
    const needs = { needsOfficer: isOnLicence, needsSecond }
    const stale = await db
      .select({ id: introductions.id, version: introductions.version })
      .from(introductions)
      .where(
        and(
          eq(introductions.candidateId, candidateId),
          eq(introductions.state, 'proposed'),
          or(
            ne(introductions.needsOfficer, needs.needsOfficer),
            ne(introductions.needsSecond, needs.needsSecond),
          ),
        ),
      )
      .for('update')
    for (const { id, version } of stale) {
      await db
        .update(introductions)
        .set({
          ...needs,
          ...noApproval,
          version: version + 1,
        })
        .where(eq(introductions.id, id))
      await recordAudit(ctx, {
        action: 'introduction.reassess',
        objectType: 'introduction',
        objectId: id,
        versionBefore: version,
        versionAfter: version + 1,
      })
    }
  })
}
