import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'

/** Who did or read what, when: append-only, in the same transaction; never the sensitive text itself. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
    actorUserId: uuid('actor_user_id'),
    actorRole: text('actor_role').notNull(),
    organisationId: uuid('organisation_id'),
    requestId: text('request_id'),
    action: text('action').notNull(),
    objectType: text('object_type').notNull(),
    objectId: uuid('object_id').notNull(),
    versionBefore: integer('version_before'),
    versionAfter: integer('version_after'),
    reason: text('reason'),
  },
  (t) => [
    index('audit_entries_object').on(t.objectType, t.objectId),
    index('audit_entries_at').on(t.at),
    uniqueIndex('audit_entries_one_per_change')
      .on(t.objectType, t.objectId, t.versionAfter)
      .where(sql`version_after is not null`),
  ],
)

/** An e-mail waiting for, or done by, the mail task. Kept so that a message is sent once. */
export const messages = pgTable('messages', {
  id: id(),
  toAddress: text('to_address').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  createdAt: moment('created_at')
    .notNull()
    .default(sql`now()`),
  sentAt: moment('sent_at'),
  failedAt: moment('failed_at'),
  failure: text('failure'),
})
