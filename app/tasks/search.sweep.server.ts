import { sql } from 'drizzle-orm'
import { inside, type Relay } from './search.relay.server.ts'

/**
 * Takes the openings whose last day has passed out of the search indexes: nobody has changed them,
 * so no change tells the relay. Searches leave them out by their own date meanwhile. Gives the
 * number told.
 */
export async function sweepSearch(relay: Omit<Relay, 'search'>): Promise<number> {
  const now = Math.floor(relay.clock.now().getTime() / 1000)
  return inside(relay, async ({ db }) => {
    const told = await db.execute(sql`
      insert into search_outbox (opportunity_id)
      select id from search_documents where closes_at < ${now} order by id
      on conflict do nothing returning opportunity_id`)
    if (told.length > 0)
      await db.execute(sql`select enqueue_task('search.relay', '{}'::json, 'search.relay')`)
    return told.length
  })
}
