import { sql } from 'drizzle-orm'
import { check, date, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, isInvented, version } from './columns.ts'

/**
 * A partner that runs, owns or refers to programmes. Employers are a table of their own. Dated,
 * since offices end: what comes after is told in words.
 */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind', {
      enum: ['public_body', 'charity', 'prison', 'school', 'health', 'faith_group', 'other'],
    }).notNull(),
    endsOn: date('ends_on'),
    successor: text('successor').notNull().default(''),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('organisations_name').on(sql`lower(${t.name})`),
    check(
      'organisations_kind',
      sql`${t.kind} in ('public_body', 'charity', 'prison', 'school', 'health', 'faith_group', 'other')`,
    ),
  ],
)

/** A local authority's area, by the code it is known by. Dated: councils change. */
export const districts = pgTable(
  'districts',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    successor: text('successor').notNull().default(''),
    version: version(),
  },
  (t) => [
    uniqueIndex('districts_code').on(t.code),
    check(
      'districts_dates',
      sql`${t.endsOn} is null or ${t.startsOn} is null or ${t.endsOn} >= ${t.startsOn}`,
    ),
  ],
)
