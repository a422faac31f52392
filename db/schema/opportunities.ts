import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, isInvented, moment, version } from './columns.ts'
import { employers } from './employers.ts'

/** One opening of one of five kinds. `details` holds the fields of its kind, checked by its schema. */
export const opportunities = pgTable(
  'opportunities',
  {
    id: id(),
    employerId: uuid('employer_id')
      .notNull()
      .references(() => employers.id),
    kind: text('kind', {
      enum: ['interview_experience', 'bursary', 'training', 'work_experience', 'job'],
    }).notNull(),
    state: text('state', { enum: ['draft', 'submitted', 'returned', 'live', 'closed'] })
      .notNull()
      .default('draft'),
    title: text('title').notNull().default(''),
    summary: text('summary').notNull().default(''),
    sector: text('sector'),
    hours: text('hours')
      .array()
      .notNull()
      .default(sql`'{}'`),
    isRemote: boolean('is_remote').notNull().default(false),
    outcodes: text('outcodes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    town: text('town'),
    places: integer('places').notNull().default(1),
    placesTaken: integer('places_taken').notNull().default(0),
    closesOn: date('closes_on'),
    audience: text('audience', { enum: ['anyone', 'programme'] })
      .notNull()
      .default('anyone'),
    minAge: integer('min_age').notNull().default(16),
    stance: text('stance', { enum: ['open', 'case_by_case', 'exclusions'] }),
    exclusions: jsonb('exclusions')
      .$type<{ code: string; reason: string }[]>()
      .notNull()
      .default([]),
    dbsLevel: text('dbs_level', { enum: ['none', 'basic', 'standard', 'enhanced'] })
      .notNull()
      .default('none'),
    dbsBasis: text('dbs_basis'),
    payMinPence: integer('pay_min_pence'),
    payMaxPence: integer('pay_max_pence'),
    payPeriod: text('pay_period', { enum: ['hour', 'day', 'week', 'fortnight', 'month', 'year'] }),
    payText: text('pay_text'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    submittedAt: moment('submitted_at'),
    publishedAt: moment('published_at'),
    closedAt: moment('closed_at'),
    closeReason: text('close_reason'),
    isImported: boolean('is_imported').notNull().default(false),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    index('opportunities_employer').on(t.employerId),
    index('opportunities_newest')
      .on(t.publishedAt.desc(), t.id)
      .where(sql`state = 'live'`),
    check('opportunities_places', sql`${t.placesTaken} between 0 and ${t.places}`),
    check(
      'opportunities_state',
      sql`${t.state} in ('draft', 'submitted', 'returned', 'live', 'closed')`,
    ),
    check(
      'opportunities_live_has_facts',
      sql`${t.state} <> 'live' or (${t.publishedAt} is not null and ${t.closesOn} is not null and ${t.title} <> '')`,
    ),
    check(
      'opportunities_dbs_basis',
      sql`${t.state} = 'draft' or ${t.dbsLevel} in ('none', 'basic') or ${t.dbsBasis} is not null`,
    ),
  ],
)

/** A coordinator's change request on one field of a submitted opportunity. */
export const reviewNotes = pgTable(
  'review_notes',
  {
    id: id(),
    opportunityId: uuid('opportunity_id')
      .notNull()
      .references(() => opportunities.id),
    field: text('field').notNull(),
    note: text('note').notNull(),
    /** What the answer read when the note was written; null for notes from before that was kept. */
    answer: text('answer'),
    byUserId: uuid('by_user_id').notNull(),
    createdAt: createdAt(),
    resolvedAt: moment('resolved_at'),
  },
  (t) => [index('review_notes_opportunity').on(t.opportunityId)],
)
