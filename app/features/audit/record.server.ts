import type { Context } from '#app/platform/context.ts'
import { auditEntries } from '#db/schema/audit.ts'

/** One line of the audit trail: ids and codes only, never the words that were read or changed. */
export interface AuditEntry {
  action: string
  objectType: string
  objectId: string
  versionBefore?: number
  versionAfter?: number
  reason?: string
}

/** Writes the entry in the transaction of the change it tells of. */
export async function recordAudit({ db, actor, clock }: Context, entry: AuditEntry) {
  await db.insert(auditEntries).values({
    at: clock.now(),
    actorUserId: actor.userId,
    actorRole: actor.role,
    organisationId: actor.employerId,
    requestId: actor.requestId,
    ...entry,
  })
}

/**
 * That somebody read a list of names: one entry for the whole list, about nobody in it, and none
 * for an empty one. Of what it is a list the action says; of whose, who acted.
 */
export async function recordListRead(
  ctx: Context,
  list: 'candidates' | 'caseload' | 'shortlist',
  people: readonly unknown[],
) {
  if (people.length === 0) return
  const { userId } = ctx.actor
  if (userId === null) throw new Error('A list of names is read by somebody')
  await recordAudit(ctx, { action: `${list}.read`, objectType: 'user', objectId: userId })
}
