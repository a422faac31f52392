import { describe, expect, test } from 'vitest'
import type { OpportunityDocument } from './documents.ts'
import type { EngineStatus } from './port.ts'
import { findDrift, rebuildSource } from './rebuild.ts'
import { syncOpportunities } from './relay.ts'
import type { RelayRow } from './relay.ts'
import { sampleDocument, sampleId } from './sample-documents.ts'

const row = (n: number, over: Partial<RelayRow> = {}): RelayRow => ({
  ...sampleDocument(n),
  contract: null,
  searchable: true,
  ...over,
})

/** An engine in memory that refuses the ids it is told to. */
function engine(refused: string[] = [], ready = true) {
  const held = new Map<string, OpportunityDocument>()
  const status: EngineStatus = { engine: 'postgres', ready, documents: 0, problems: [] }
  return {
    held,
    upsert: (documents: OpportunityDocument[]) => {
      if (!ready || documents.some(({ id }) => refused.includes(id))) {
        return Promise.reject(new Error('refused'))
      }
      for (const document of documents) held.set(document.id, document)
      return Promise.resolve()
    },
    remove: (ids: string[]) => {
      for (const id of ids) held.delete(id)
      return Promise.resolve()
    },
    status: () => Promise.resolve(status),
  }
}

describe('syncing openings', () => {
  const load = (rows: RelayRow[]) => (ids: string[]) =>
    Promise.resolve(rows.filter(({ id }) => ids.includes(String(id))))

  test('sends what is searchable now and deletes everything else', async () => {
    const port = engine()
    await port.upsert([sampleDocument(2), sampleDocument(3)])
    const rows = [row(1), row(2, { searchable: false })]
    const ids = [1, 2, 3, 1].map(sampleId)
    const result = await syncOpportunities({ ids, load: load(rows), port })
    expect([...port.held.keys()]).toEqual([sampleId(1)])
    expect(result).toEqual({
      upserted: [sampleId(1)],
      removed: [sampleId(2), sampleId(3)],
      poisoned: [],
    })
  })

  test('nothing but the listed fields leaves the database', async () => {
    const port = engine()
    const rows = [{ ...row(1), conviction: 'secret', phone: '01603 1' } as RelayRow]
    await syncOpportunities({ ids: [sampleId(1)], load: load(rows), port })
    expect(JSON.stringify([...port.held.values()])).not.toMatch(/secret|01603|searchable/)
  })

  test('a batch is halved until the document that spoils it stands alone', async () => {
    const port = engine([sampleId(6)])
    const rows = Array.from({ length: 9 }, (_, n) => row(n, n === 3 ? { title: 7 } : {}))
    const ids = rows.map(({ id }) => String(id))
    const result = await syncOpportunities({ ids, load: load(rows), port })
    expect(result.poisoned.map(({ id }) => id)).toEqual([sampleId(3), sampleId(6)])
    expect(port.held.size).toBe(7)
  })

  test('while the engine is not ready the error is thrown and nothing is poisoned', async () => {
    const input = { ids: [sampleId(1)], load: load([row(1)]), port: engine([], false) }
    await expect(syncOpportunities(input)).rejects.toThrow('refused')
  })
})

test('a rebuild reads page by page and leaves out what is not searchable', async () => {
  const rows = Array.from({ length: 7 }, (_, n) => row(n, { searchable: n !== 4 }))
  const poison: string[] = []
  const source = rebuildSource(
    {
      page: (after, limit) =>
        Promise.resolve(
          rows.filter(({ id }) => after === null || String(id) > after).slice(0, limit),
        ),
      changedIds: () => Promise.resolve([sampleId(1), sampleId(4), sampleId(99)]),
      load: (ids) => Promise.resolve(rows.filter(({ id }) => ids.includes(String(id)))),
      onPoison: (id) => poison.push(id),
    },
    3,
  )
  const read: string[] = []
  for await (const batch of source.batches()) read.push(...batch.map(({ id }) => id))
  expect(read).toEqual([0, 1, 2, 3, 5, 6].map(sampleId))
  const late = await source.changedSince(new Date(0))
  expect(late.upserts.map(({ id }) => id)).toEqual([sampleId(1)])
  expect(late.removals).toEqual([sampleId(4), sampleId(99)])
  expect(poison).toEqual([])
})

test('drift is what is missing, of another version, or should not be there', async () => {
  async function* of(...versions: [number, number][]) {
    yield versions.map(([n, version]) => ({ id: sampleId(n), version }))
  }
  const found = await findDrift(of([1, 1], [2, 2], [3, 1], [5, 2]), {
    versions: () => of([1, 1], [2, 1], [4, 1], [5, 3]),
  })
  expect(found.ids).toEqual([2, 3, 5, 4].map(sampleId))
  expect(found.ahead).toEqual([sampleId(5)])
})
