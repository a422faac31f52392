import { createHash } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { opportunities } from '#db/schema/opportunities.ts'

/** What imported openings that are not closed say, so that a file read twice adds nothing. */
export async function keysOfEarlierImports(db: Tx): Promise<Set<string>> {
  const rows = await db
    .select({ key: sql<string | null>`details ->> 'importKey'` })
    .from(opportunities)
    .where(and(eq(opportunities.isImported, true), ne(opportunities.state, 'closed')))
  return new Set(rows.flatMap(({ key }) => key ?? []))
}

/** Kept in `details.importKey`. */
export const shortKey = (key: string) =>
  createHash('sha256').update(key).digest('base64url').slice(0, 20)
