import { toDocument } from './documents.ts'
import type { OpportunityDocument } from './documents.ts'
import type { SearchPort } from './port.ts'

/** A row as read at the moment of sending; `searchable` is the answer of `isSearchable`. */
export type RelayRow = Record<keyof OpportunityDocument, unknown> & { searchable: boolean }

export interface RelayInput {
  ids: string[]
  /** Reads the rows as they are now. An id it does not return no longer exists. */
  load: (ids: string[]) => Promise<RelayRow[]>
  port: Pick<SearchPort, 'upsert' | 'remove' | 'status'>
}

/** `poisoned` are the ids that no engine takes: to be parked and shown to the coordinator. */
export interface RelayResult {
  upserted: string[]
  removed: string[]
  poisoned: { id: string; reason: string }[]
}

/**
 * Brings the indexes up to date with the rows of these ids: whole replacements for those that are
 * searchable now, deletes for all others. A failing batch is halved until the document that spoils
 * it stands alone; that one is taken out of the index as well. While an engine is not ready nothing
 * is wrong with any document: the error is thrown, for the task to be tried again.
 */
export async function syncOpportunities({ ids, load, port }: RelayInput): Promise<RelayResult> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await load(wanted)
  const result: RelayResult = { upserted: [], removed: [], poisoned: [] }
  const documents: OpportunityDocument[] = []
  for (const row of rows.filter(({ searchable }) => searchable)) {
    try {
      documents.push(toDocument(row))
    } catch (error) {
      result.poisoned.push({ id: String(row.id), reason: reasonOf(error) })
    }
  }
  const kept = new Set(documents.map(({ id }) => id))
  // Also for the poisoned: an old version must not stay in sight.
  const gone = wanted.filter((id) => !kept.has(id))
  if (gone.length > 0) await port.remove(gone)
  result.removed = gone
  await send(documents, port, result)
  return result
}

async function send(
  documents: OpportunityDocument[],
  port: RelayInput['port'],
  result: RelayResult,
): Promise<void> {
  const [first] = documents
  if (first === undefined) return
  try {
    await port.upsert(documents)
    result.upserted.push(...documents.map(({ id }) => id))
  } catch (error) {
    if (!(await port.status()).ready) throw error
    if (documents.length === 1) {
      await port.remove([first.id])
      result.removed.push(first.id)
      result.poisoned.push({ id: first.id, reason: reasonOf(error) })
      return
    }
    const middle = Math.ceil(documents.length / 2)
    await send(documents.slice(0, middle), port, result)
    await send(documents.slice(middle), port, result)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'unknown'
}
