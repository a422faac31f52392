import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { candidates } from './candidates.ts'
import { id, moment, version } from './columns.ts'

// Texts that are criminal-offence data or as grave. They are sealed by the application
// (app/platform/crypto.server.ts); each kind has a table, policies and a loader of its own.

const candidateId = () =>
  uuid('candidate_id')
    .notNull()
    .references(() => candidates.id)

const userId = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id)

/** A sealed text, and the version of the key that opens it. */
const sealed = () => ({
  sealed: text('sealed').notNull(),
  keyVersion: integer('key_version').notNull(),
})

/** Why the record may be kept, and until when: of every single record. */
const kept = () => ({
  lawfulBasis: text('lawful_basis').notNull(),
  scheduleCondition: text('schedule_condition').notNull(),
  keepUntil: date('keep_until').notNull(),
})

/** Whether there are restrictions. No row is "not checked", which is not "none". */
export const candidateRestrictionStatus = pgTable(
  'candidate_restriction_status',
  {
    candidateId: uuid('candidate_id')
      .primaryKey()
      .references(() => candidates.id),
    status: text('status', { enum: ['none', 'some', 'not_checked'] })
      .notNull()
      .default('not_checked'),
    setAt: moment('set_at').notNull(),
    setBy: userId('set_by'),
    version: version(),
  },
  (t) => [
    check(
      'candidate_restriction_status_status',
      sql`${t.status} in ('none', 'some', 'not_checked')`,
    ),
  ],
)

/** One effect of a licence condition or order: what kind, when, where, from whom, all of it sealed. */
export const candidateRestrictions = pgTable(
  'candidate_restrictions',
  {
    id: id(),
    candidateId: candidateId(),
    ...sealed(),
    ...kept(),
    reviewOn: date('review_on').notNull(),
    enteredAt: moment('entered_at').notNull(),
    enteredBy: userId('entered_by'),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by').references(() => users.id),
    version: version(),
  },
  (t) => [index('candidate_restrictions_candidate').on(t.candidateId)],
)

/** What somebody chooses to write of their own past; deleting it destroys it. */
export const candidateDisclosures = pgTable('candidate_disclosures', {
  id: id(),
  candidateId: candidateId().unique(),
  ...sealed(),
  ...kept(),
  isSharedWithMentor: boolean('is_shared_with_mentor').notNull().default(false),
  writtenAt: moment('written_at').notNull(),
  version: version(),
})

/** What a safeguarding lead has written about somebody. */
export const safeguardingNotes = pgTable(
  'safeguarding_notes',
  {
    id: id(),
    candidateId: candidateId(),
    ...sealed(),
    ...kept(),
    writtenAt: moment('written_at').notNull(),
    writtenBy: userId('written_by'),
  },
  (t) => [index('safeguarding_notes_candidate').on(t.candidateId)],
)

/**
 * Opens one kind of sealed text of one person to one session for ten minutes. The times are the
 * database's own, since its policies judge by them.
 */
export const sensitiveReadings = pgTable(
  'sensitive_readings',
  {
    id: id(),
    /** As in `sessions`: the SHA-256 of its id. */
    sessionHash: text('session_hash').notNull(),
    userId: userId('user_id'),
    candidateId: candidateId(),
    kind: text('kind', { enum: ['restrictions', 'statement', 'safeguarding'] }).notNull(),
    reason: text('reason').notNull(),
    /** Why a safeguarding lead keeps the reading off the person's own list. */
    heldBackBecause: text('held_back_because'),
    openedAt: moment('opened_at')
      .notNull()
      .default(sql`now()`),
    closesAt: moment('closes_at')
      .notNull()
      .default(sql`now() + interval '10 minutes'`),
  },
  (t) => [
    index('sensitive_readings_reader').on(t.userId, t.candidateId, t.closesAt),
    check(
      'sensitive_readings_kind',
      sql`${t.kind} in ('restrictions', 'statement', 'safeguarding')`,
    ),
    check('sensitive_readings_reason', sql`${t.reason} ~ '\\S'`),
    check(
      'sensitive_readings_ten_minutes',
      sql`${t.closesAt} <= ${t.openedAt} + interval '10 minutes'`,
    ),
    check(
      'sensitive_readings_held_back',
      sql`${t.heldBackBecause} is null or (${t.kind} = 'safeguarding' and ${t.heldBackBecause} ~ '\\S')`,
    ),
  ],
)
