import { toDocument } from './documents.ts'
import type { OpportunityDocument } from './documents.ts'
import type { RebuildSource, SearchPort } from './port.ts'
import type { RelayRow } from './relay.ts'

export interface RebuildReads {
  /** Rows with an id after this one, in the order of their ids; all of them, searchable or not. */
  page(afterId: string | null, limit: number): Promise<RelayRow[]>
  /** Ids of rows that changed, disappeared or expired since then. */
  changedIds(at: Date): Promise<string[]>
  load: (ids: string[]) => Promise<RelayRow[]>
  /** Told of a row that fits no index; it is left out. */
  onPoison?: (id: string, reason: string) => void
}

/** What a rebuild reads from, made of three plain queries. */
export function rebuildSource(reads: RebuildReads, pageSize = 1000): RebuildSource {
  return {
    async *batches() {
      let after: string | null = null
      for (;;) {
        const rows: RelayRow[] = await reads.page(after, pageSize)
        const last = rows.at(-1)
        if (last === undefined) return
        yield documentsOf(rows, reads.onPoison)
        after = String(last.id)
      }
    },
    changedSince: async (at) => {
      const ids = await reads.changedIds(at)
      const upserts = ids.length === 0 ? [] : documentsOf(await reads.load(ids), reads.onPoison)
      const kept = new Set(upserts.map(({ id }) => id))
      return { upserts, removals: ids.filter((id) => !kept.has(id)) }
    },
  }
}

/** Where an engine differs from the database. */
export interface Drift {
  /** To be sent again, or taken out: `syncOpportunities` does either. */
  ids: string[]
  /** Of these the engine holds a newer version, as after a restored backup, and takes no older one. */
  ahead: string[]
}

/**
 * What the engine lacks, holds in another version or should not hold. `rows` are the searchable
 * rows, in any order.
 */
export async function findDrift(
  rows: AsyncIterable<{ id: string; version: number }[]>,
  engine: Pick<SearchPort, 'versions'>,
): Promise<Drift> {
  const held = new Map<string, number>()
  for await (const batch of engine.versions()) {
    for (const { id, version } of batch) held.set(id, version)
  }
  const drift: Drift = { ids: [], ahead: [] }
  for await (const batch of rows) {
    for (const { id, version } of batch) {
      const theirs = held.get(id)
      if (theirs !== version) drift.ids.push(id)
      if (theirs !== undefined && theirs > version) drift.ahead.push(id)
      held.delete(id)
    }
  }
  drift.ids.push(...held.keys())
  return drift
}

function documentsOf(rows: RelayRow[], onPoison: RebuildReads['onPoison']): OpportunityDocument[] {
  return rows
    .filter(({ searchable }) => searchable)
    .flatMap((row) => {
      try {
        return [toDocument(row)]
      } catch (error) {
        onPoison?.(String(row.id), error instanceof Error ? error.message : 'unknown')
        return []
      }
    })
}
