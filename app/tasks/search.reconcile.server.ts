import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { isSearchable } from '#app/features/opportunities/browse.server.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import type { Search } from '#search/index.server.ts'
import { findDrift } from '#search/rebuild.ts'
import { inside, relaySearch, type Relay } from './search.relay.server.ts'

const PER_PAGE = 1000

/**
 * Sends what is waiting, then compares what each engine holds with what should be found, and mends
 * what differs: an emptied index, a restored backup, a change that nobody told. Gives the number of
 * differences; each is a fault somewhere else, so it is logged.
 */
export async function reconcileSearch(relay: Relay & { search: Search }): Promise<number> {
  await relaySearch(relay)
  let differences = 0
  for (const engine of relay.search.engines) {
    const { ids, ahead } = await findDrift(searchableVersions(relay), engine)
    // What changed since the relay ran is not a difference: it is in the outbox already.
    const told = await tellRelay(relay, ids)
    if (told === 0) continue
    const { engine: name, documents } = await engine.status()
    relay.log.warn({ engine: name, documents, differences: told }, 'the search index is mended')
    if (ahead.length > 0) await engine.remove(ahead)
    differences += told
  }
  if (differences > 0) await relaySearch(relay)
  return differences
}

/** The openings that should be found, as they are now, page by page. */
async function* searchableVersions(relay: Relay) {
  let after: string | null = null
  for (;;) {
    const page: { id: string; version: number }[] = await inside(relay, (ctx) =>
      ctx.db
        .select({ id: opportunities.id, version: opportunities.version })
        .from(opportunities)
        .innerJoin(employers, eq(employers.id, opportunities.employerId))
        .where(and(...isSearchable(ctx), after === null ? undefined : gt(opportunities.id, after)))
        .orderBy(asc(opportunities.id))
        .limit(PER_PAGE),
    )
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last.id
  }
}

async function tellRelay(relay: Relay, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const told = await inside(relay, ({ db }) =>
    db.execute(sql`
      insert into search_outbox (opportunity_id)
      select distinct id::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) as one(id)
      on conflict do nothing returning opportunity_id`),
  )
  return told.length
}
