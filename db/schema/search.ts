import {
  bigint,
  boolean,
  customType,
  index,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Postgres as a search engine: one row per searchable opening, written only by the search relay.
 * `words` is built in TypeScript (title A, skills B, sector, town and employer C, body D), so that
 * both engines see the same words. Holds no more than `search/documents.ts` allows.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    id: uuid('id').primaryKey(),
    version: bigint('version', { mode: 'number' }).notNull(),
    words: tsvector('words').notNull(),
    sector: text('sector').notNull(),
    kind: text('kind').notNull(),
    hours: text('hours').array().notNull(),
    remote: boolean('remote').notNull(),
    contract: text('contract'),
    audience: text('audience').notNull(),
    outcodes: text('outcodes').array().notNull(),
    publishedAt: bigint('published_at', { mode: 'number' }).notNull(),
    closesAt: bigint('closes_at', { mode: 'number' }).notNull(),
    minAge: smallint('min_age').notNull(),
    indexedAt: timestamp('indexed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('search_documents_words').using('gin', table.words),
    index('search_documents_outcodes').using('gin', table.outcodes),
    index('search_documents_newest').on(table.publishedAt.desc().nullsFirst(), table.id),
    index('search_documents_closing').on(table.closesAt, table.id),
  ],
)

/**
 * Every word of the index, with the forms that losing up to two of its first letters leaves: a
 * misspelt word shares one of them, so the lexicon finds it without any extension.
 */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    stumps: text('stumps').array().notNull(),
  },
  (table) => [index('search_words_stumps').using('gin', table.stumps)],
)

/** Openings that changed since the indexes were last told: one row each, however often they did. */
export const searchOutbox = pgTable('search_outbox', {
  opportunityId: uuid('opportunity_id').primaryKey(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
})
