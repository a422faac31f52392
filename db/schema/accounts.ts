import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, isInvented, moment, version } from './columns.ts'
import { employers } from './employers.ts'

/** Somebody who can sign in. `email` is kept in lower case. */
export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    disabledAt: moment('disabled_at'),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('users_email_unique').on(t.email),
    check('users_email_lower', sql`${t.email} = lower(${t.email})`),
  ],
)

/** What a person may act as; an employer grant names the employer. A session acts in one of them. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', {
      enum: ['candidate', 'mentor', 'employer', 'board', 'coordinator'],
    }).notNull(),
    employerId: uuid('employer_id').references(() => employers.id),
    isSafeguardingLead: boolean('is_safeguarding_lead').notNull().default(false),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('role_grants_user').on(t.userId),
    // An employer's id, or the one that no employer has.
    uniqueIndex('role_grants_one_of_a_kind')
      .on(t.userId, t.role, sql`coalesce(employer_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`ended_at is null`),
    check(
      'role_grants_role',
      sql`${t.role} in ('candidate', 'mentor', 'employer', 'board', 'coordinator')`,
    ),
    check('role_grants_employer', sql`(${t.role} = 'employer') = (${t.employerId} is not null)`),
  ],
)

/** What others may know of a mentor: the name and number shown on introductions. */
export const mentors = pgTable('mentors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  displayName: text('display_name').notNull(),
  organisation: text('organisation').notNull(),
  workPhone: text('work_phone').notNull(),
  isVolunteer: boolean('is_volunteer').notNull().default(false),
})

/** A signed-in browser. Only the SHA-256 of the 256-bit id is kept. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    roleGrantId: uuid('role_grant_id')
      .notNull()
      .references(() => roleGrants.id),
    /** How the person showed who they are. Of a session from before this was kept: the least. */
    beganWith: text('began_with', { enum: ['link', 'password', 'demo'] })
      .notNull()
      .default('link'),
    createdAt: createdAt(),
    lastSeenAt: moment('last_seen_at')
      .notNull()
      .default(sql`now()`),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('sessions_user').on(t.userId),
    check('sessions_began_with', sql`${t.beganWith} in ('link', 'password', 'demo')`),
  ],
)

/** A link sent by e-mail: sign-in, password reset, invitation. Hashed, single use. */
export const accountTokens = pgTable(
  'account_tokens',
  {
    hash: text('hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    purpose: text('purpose', { enum: ['sign_in', 'reset', 'invite'] }).notNull(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    /** The page of ours that whoever asked for the link was on the way to. */
    goTo: text('go_to'),
  },
  (t) => [check('account_tokens_purpose', sql`${t.purpose} in ('sign_in', 'reset', 'invite')`)],
)

/**
 * Somebody has asked for a link. A task looks up whether the address may have one, so that the
 * answer to asking takes as long for an address that nobody has; this row goes then.
 */
export const linkRequests = pgTable(
  'link_requests',
  {
    id: id(),
    email: text('email').notNull(),
    purpose: text('purpose', { enum: ['sign_in', 'reset'] }).notNull(),
    goTo: text('go_to'),
    createdAt: createdAt(),
  },
  (t) => [check('link_requests_purpose', sql`${t.purpose} in ('sign_in', 'reset')`)],
)

/** Forms that were acted on, each with what came of it: sent again, they lead to the same. */
export const sentForms = pgTable(
  'sent_forms',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    key: uuid('key').notNull(),
    resultId: uuid('result_id'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
)

/** One row as soon as there ever was a real person here: the demo is over, for good. */
export const demoEnded = pgTable(
  'demo_ended',
  { isOver: boolean('is_over').primaryKey().default(true), createdAt: createdAt() },
  (t) => [check('demo_ended_once', sql`${t.isOver}`)],
)

/** Failed sign-ins, counted by account and by address to slow guessing down. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    id: id(),
    key: text('key').notNull(),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index('sign_in_failures_key_at').on(t.key, t.at)],
)
