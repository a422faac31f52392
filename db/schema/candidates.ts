import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { createdAt, id, isInvented, moment, version } from './columns.ts'

/**
 * Somebody enrolled, by pseudonymous reference. What is known of them is spread over tables of
 * their own, so that row-level security can grant one kind of fact and not another.
 */
export const candidates = pgTable(
  'candidates',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    userId: uuid('user_id').references(() => users.id),
    pausedAt: moment('paused_at'),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [uniqueIndex('candidates_user').on(t.userId)],
)

/** Who the person is: never within an employer's or a board member's reach. */
export const candidateIdentities = pgTable('candidate_identities', {
  candidateId: uuid('candidate_id')
    .primaryKey()
    .references(() => candidates.id),
  fullName: text('full_name').notNull(),
  email: text('email'),
  phone: text('phone'),
  dateOfBirth: date('date_of_birth').notNull(),
})

/** Whether a supervising officer's approval is needed: criminal-offence data. */
export const candidateSupervision = pgTable('candidate_supervision', {
  candidateId: uuid('candidate_id')
    .primaryKey()
    .references(() => candidates.id),
  isOnLicence: boolean('is_on_licence').notNull(),
})

/** What the person wants. A home is an outcode, no finer; reach is in miles. */
export const candidateWishes = pgTable(
  'candidate_wishes',
  {
    candidateId: uuid('candidate_id')
      .primaryKey()
      .references(() => candidates.id),
    kinds: text('kinds')
      .array()
      .notNull()
      .default(sql`'{}'`),
    sectors: text('sectors')
      .array()
      .notNull()
      .default(sql`'{}'`),
    hours: text('hours')
      .array()
      .notNull()
      .default(sql`'{}'`),
    outcode: text('outcode').notNull(),
    reachMiles: integer('reach_miles').notNull().default(10),
    earliestStart: date('earliest_start'),
    version: version(),
  },
  (t) => [check('candidate_wishes_reach', sql`${t.reachMiles} between 1 and 100`)],
)

/** The short profile in the person's own words; what is shared is a frozen copy (profile_texts). */
export const candidateProfiles = pgTable('candidate_profiles', {
  candidateId: uuid('candidate_id')
    .primaryKey()
    .references(() => candidates.id),
  strengths: text('strengths').notNull().default(''),
  skills: text('skills').notNull().default(''),
  experience: text('experience').notNull().default(''),
  version: version(),
})

/** The exact words a consent and an approval were given for. Never changed once written. */
export const profileTexts = pgTable(
  'profile_texts',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id),
    body: text('body').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('profile_texts_same').on(t.candidateId, t.sha256)],
)

/** Which mentor looks after whom, or covers for whom, from when to when. */
export const mentorAssignments = pgTable(
  'mentor_assignments',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id),
    mentorUserId: uuid('mentor_user_id')
      .notNull()
      .references(() => users.id),
    isCover: boolean('is_cover').notNull().default(false),
    startsAt: moment('starts_at')
      .notNull()
      .default(sql`now()`),
    endsAt: moment('ends_at'),
  },
  (t) => [
    index('mentor_assignments_candidate').on(t.candidateId),
    index('mentor_assignments_mentor').on(t.mentorUserId),
    uniqueIndex('mentor_assignments_one_mentor')
      .on(t.candidateId)
      .where(sql`ends_at is null and not is_cover`),
  ],
)
