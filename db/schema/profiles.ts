import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { candidates } from './candidates.ts'
import { createdAt, id, version } from './columns.ts'
import { employers } from './employers.ts'

/** Whose row it is, where somebody has one such row and no more. */
const oneOfCandidate = () =>
  uuid('candidate_id')
    .primaryKey()
    .references(() => candidates.id)

const ofCandidate = () =>
  uuid('candidate_id')
    .notNull()
    .references(() => candidates.id)

/** What somebody wants to say of themselves, kept as they typed it. */
export const candidateStatements = pgTable('candidate_statements', {
  candidateId: oneOfCandidate(),
  body: text('body').notNull().default(''),
  version: version(),
})

/** A ticket or qualification; where it was gained is in a table of its own. */
export const candidateQualifications = pgTable(
  'candidate_qualifications',
  {
    id: id(),
    candidateId: ofCandidate(),
    name: text('name').notNull(),
    awardingBody: text('awarding_body').notNull().default(''),
    gainedOn: date('gained_on'),
    level: text('level').notNull().default(''),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    unique('candidate_qualifications_same')
      .on(t.candidateId, t.name, t.awardingBody, t.level, t.gainedOn)
      .nullsNotDistinct(),
  ],
)

/** Where a qualification was gained, which can say that somebody was in prison: theirs alone. */
export const qualificationPlaces = pgTable('qualification_places', {
  qualificationId: uuid('qualification_id')
    .primaryKey()
    .references(() => candidateQualifications.id, { onDelete: 'cascade' }),
  candidateId: ofCandidate(),
  place: text('place').notNull(),
})

/** Limits on the hours somebody can work. Needing childcare is nothing an employer is told. */
export const candidateAvailability = pgTable('candidate_availability', {
  candidateId: oneOfCandidate(),
  isSchoolHours: boolean('is_school_hours').notNull().default(false),
  isTermTimeOnly: boolean('is_term_time_only').notNull().default(false),
  /** Null while nobody has said. */
  needsChildcare: boolean('needs_childcare'),
  version: version(),
})

/** From when to when on one day of the week; to an earlier time is to the next morning. */
export const availableDays = pgTable(
  'available_days',
  {
    candidateId: ofCandidate(),
    /** Monday is 1. */
    weekday: integer('weekday').notNull(),
    fromTime: time('from_time', { precision: 0 }).notNull(),
    untilTime: time('until_time', { precision: 0 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.candidateId, t.weekday] }),
    check('available_days_weekday', sql`${t.weekday} between 1 and 7`),
    check('available_days_hours', sql`${t.fromTime} <> ${t.untilTime}`),
  ],
)

/** How somebody gets about. How far in miles is among the wishes. */
export const candidateTravel = pgTable(
  'candidate_travel',
  {
    candidateId: oneOfCandidate(),
    modes: text('modes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    maxMinutes: integer('max_minutes'),
    earliestLeave: time('earliest_leave', { precision: 0 }),
    latestHome: time('latest_home', { precision: 0 }),
    version: version(),
  },
  (t) => [check('candidate_travel_minutes', sql`${t.maxMinutes} between 1 and 300`)],
)

/** When somebody expects to be released: nobody else's business than their mentor's and the office's. */
export const candidateReleases = pgTable('candidate_releases', {
  candidateId: oneOfCandidate(),
  expectedOn: date('expected_on').notNull(),
})

/** From which employers somebody has hidden themselves. */
export const hiddenEmployers = pgTable(
  'hidden_employers',
  {
    candidateId: ofCandidate(),
    employerId: uuid('employer_id')
      .notNull()
      .references(() => employers.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.candidateId, t.employerId] })],
)

/** A person or place to be kept apart from. Nobody is asked why. */
export const keptApart = pgTable(
  'kept_apart',
  {
    id: id(),
    candidateId: ofCandidate(),
    who: text('who').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('kept_apart_same').on(t.candidateId, t.who)],
)
