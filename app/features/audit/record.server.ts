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
