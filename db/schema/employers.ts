import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, isInvented, moment, version } from './columns.ts'

/** An organisation that posts opportunities. Pending until a coordinator approves it. */
export const employers = pgTable(
  'employers',
  {
    id: id(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    outcode: text('outcode'),
    workPhone: text('work_phone').notNull().default(''),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by'),
    refusedAt: moment('refused_at'),
    refusalReason: text('refusal_reason'),
    suspendedAt: moment('suspended_at'),
    isImported: boolean('is_imported').notNull().default(false),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    check('employers_one_decision', sql`${t.approvedAt} is null or ${t.refusedAt} is null`),
    check(
      'employers_refusal_has_reason',
      sql`${t.refusedAt} is null or ${t.refusalReason} is not null`,
    ),
  ],
)

/**
 * What somebody typed to register an organisation, until they use the link sent to their address:
 * then it becomes an employer and this row goes. Only the hash of the link is kept.
 */
export const employerRegistrations = pgTable('employer_registrations', {
  hash: text('hash').primaryKey(),
  email: text('email').notNull(),
  personName: text('person_name').notNull(),
  organisation: text('organisation').notNull(),
  description: text('description').notNull(),
  outcode: text('outcode').notNull(),
  workPhone: text('work_phone').notNull(),
  /** Typed in the demo, where anybody can read the link: it works as long as the demo is open. */
  isInvented: isInvented(),
  createdAt: createdAt(),
  expiresAt: moment('expires_at').notNull(),
})
