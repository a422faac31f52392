import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { candidates } from './candidates.ts'
import { createdAt, id, isInvented } from './columns.ts'

/** A scheme people are enrolled in: data, never a constant. */
export const programmes = pgTable('programmes', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  description: text('description').notNull().default(''),
  minAge: integer('min_age'),
  maxAge: integer('max_age'),
  recordsRestrictions: boolean('records_restrictions').notNull().default(false),
  isInvented: isInvented(),
  createdAt: createdAt(),
})

/** Somebody's time in a programme, in Europe/London days. */
export const enrolments = pgTable(
  'enrolments',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    createdAt: createdAt(),
  },
  (t) => [index('enrolments_candidate').on(t.candidateId)],
)
