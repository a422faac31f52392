import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isSearchable } from '#app/features/opportunities/browse.server.ts'
import { searchDocumentOf } from '#app/features/opportunities/search-document.ts'
import type { Clock } from '#app/platform/clock.ts'
import { system, type Context } from '#app/platform/context.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { inTransaction, type Database } from '#db/client.server.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { searchOutbox } from '#db/schema/search.ts'
import type { SearchPort } from '#search/port.ts'
import { syncOpportunities, type RelayRow } from '#search/relay.ts'

const BATCH = 1000

/** What the tasks of search work with. */
export interface Relay {
  db: Database
  clock: Clock
  log: Logger
  search: SearchPort
}

/**
 * Tells the search engines of every opening in the outbox, batch by batch, until it is empty. A row
 * leaves the outbox only if it did not change again meanwhile, so that running twice, or failing
 * half-way, loses nothing. Gives the number of openings sent or removed.
 */
export async function relaySearch(relay: Relay): Promise<number> {
  let sent = 0
  for (;;) {
    const batch = await inside(relay, ({ db }) =>
      db
        // As text: a JavaScript date would lose the microseconds that tell two changes apart.
        .select({
          id: searchOutbox.opportunityId,
          at: sql<string>`${searchOutbox.changedAt}::text`,
        })
        .from(searchOutbox)
        .orderBy(asc(searchOutbox.changedAt))
        .limit(BATCH),
    )
    if (batch.length === 0) return sent
    const ids = batch.map(({ id }) => id)
    const result = await syncOpportunities({
      ids,
      load: (wanted) => inside(relay, (ctx) => loadDocuments(ctx, wanted)),
      port: relay.search,
    })
    for (const { id, reason } of result.poisoned)
      relay.log.error({ opportunityId: id, reason }, 'an opening fits no search index')
    await inside(relay, ({ db }) =>
      db.execute(sql`delete from search_outbox o
        using json_to_recordset(${JSON.stringify(batch)}::json) as told(id uuid, at timestamptz)
        where o.opportunity_id = told.id and o.changed_at = told.at`),
    )
    sent += result.upserted.length + result.removed.length
  }
}

/** One transaction as the system. */
export const inside = <T>(
  { db, clock, log }: Omit<Relay, 'search'>,
  work: (ctx: Context) => Promise<T>,
) => {
  const actor = system('search.relay')
  return inTransaction(db, actor, (tx) => work({ db: tx, actor, clock, log }))
}

/** The rows as they are now, in the words of the index. */
async function loadDocuments(ctx: Context, ids: string[]): Promise<RelayRow[]> {
  const rows = await ctx.db
    .select({
      opening: opportunities,
      employer: employers.name,
      searchable: sql<boolean>`${and(...isSearchable(ctx))}`,
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(inArray(opportunities.id, ids))
  return rows.map(({ opening, employer, searchable }) => ({
    ...searchDocumentOf(opening, employer),
    searchable,
  }))
}
