import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EngineUnderTest } from './contract.ts'
import { createSearch } from './index.server.ts'
import { meilisearchSearch } from './meilisearch.server.ts'
import { buildPlan } from './plan.ts'
import { EngineFailed, InvalidPlan } from './port.ts'
import { sampleDocument, sampleId } from './sample-documents.ts'
import { startTestPostgres } from './test-postgres.ts'

const PATIENCE_MS = 200
const plan = buildPlan({ text: 'welder ', facets: ['kind'] })

const json: (status: number, body: unknown) => RequestListener = (status, body) => (_, response) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const FAULTS: Record<string, RequestListener> = {
  '502 with HTML': (_, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'),
  '200 with HTML': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
  'a hang': () => undefined,
  'a slow body': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"hits": [')
  },
  'a reset': (request) => request.socket.destroy(),
  '503': json(503, { message: 'busy', code: 'too_many_search_requests', type: 'system' }),
  '429': json(429, { message: 'slow down', code: 'limit', type: 'system' }),
  'an unknown index': json(404, { message: 'none', code: 'index_not_found', type: 'x', link: '' }),
  'wrong JSON': json(200, { results: 'none' }),
  null: json(200, null),
  'ids that are none': json(200, {
    hits: [{ id: 7, _federation: { weightedRankingScore: 1 } }],
    estimatedTotalHits: 1,
  }),
}

describe('when Meilisearch fails, Postgres answers', () => {
  let postgres: EngineUnderTest
  beforeAll(async () => {
    postgres = await startTestPostgres()
    await postgres.port.upsert([sampleDocument(1, { title: 'Welder' })])
  })
  afterAll(() => postgres.close())

  for (const [name, listener] of Object.entries(FAULTS)) {
    test(name, async () => {
      await withServer(listener, async (url) => {
        const meili = meilisearchSearch({ url, searchKey: 'k', timeoutMs: PATIENCE_MS })
        const search = createSearch({ postgres: postgres.port, meili })
        const began = performance.now()
        const reply = await search.search(plan)
        expect(performance.now() - began).toBeLessThan(1500)
        expect(reply).toMatchObject({
          ...{ ids: [sampleId(1)], engine: 'postgres', degraded: true },
          total: { n: 1, exact: true },
        })
        expect((await search.suggest(plan)).degraded).toBe(true)
        await expect(meili.search(plan)).rejects.toThrow(EngineFailed)
        expect((await meili.status()).ready).toBe(false)
      })
    })
  }

  test('an engine that never answers at all is left after the patience', async () => {
    const silent = { ...postgres.port, search: () => new Promise<never>(() => undefined) }
    const search = createSearch({ postgres: postgres.port, meili: silent, patienceMs: 50 })
    expect(await search.search(plan)).toMatchObject({ engine: 'postgres', degraded: true })
  })

  test('after three failures it is left alone, and tried once after the rest', async () => {
    let calls = 0
    let time = 0
    let broken = true
    const meili = {
      ...postgres.port,
      search: (asked: typeof plan) => {
        calls += 1
        return broken ? Promise.reject(new EngineFailed('no')) : postgres.port.search(asked)
      },
    }
    const search = createSearch({ postgres: postgres.port, meili, now: () => time })
    for (let turn = 0; turn < 10; turn++) await search.search(plan)
    expect(calls).toBe(3)
    time = 10_001
    await search.search(plan)
    await search.search(plan)
    expect(calls).toBe(4)
    time = 30_000
    broken = false
    expect((await search.search(plan)).degraded).toBe(false)
    expect((await search.search(plan)).degraded).toBe(false)
    expect(calls).toBe(6)
  })

  test('a wrong plan is an error of its own, not a failure of the engine', async () => {
    const meili = {
      ...postgres.port,
      search: () => Promise.reject(new InvalidPlan('kind', 'no such value')),
    }
    const search = createSearch({ postgres: postgres.port, meili })
    await expect(search.search(plan)).rejects.toThrow(InvalidPlan)
  })
})

describe('writes to a failing Meilisearch', () => {
  const document = sampleDocument(1)

  test('a failed task rejects', async () => {
    await withServer(taskServer('failed'), async (url) => {
      const meili = meilisearchSearch({ url, searchKey: 'k', relayKey: 'k' })
      await expect(meili.upsert([document])).rejects.toThrow('failed: internal')
      await expect(meili.remove([document.id])).rejects.toThrow(EngineFailed)
    })
  })

  test('a task that never ends rejects after its limit', async () => {
    await withServer(taskServer('processing'), async (url) => {
      const meili = meilisearchSearch({ url, searchKey: 'k', relayKey: 'k', taskLimitMs: 100 })
      await expect(meili.remove([document.id])).rejects.toThrow('in time')
    })
  })

  test('502 with HTML rejects', async () => {
    await withServer(FAULTS['502 with HTML'] as RequestListener, async (url) => {
      const meili = meilisearchSearch({ url, searchKey: 'k', relayKey: 'k' })
      await expect(meili.upsert([document])).rejects.toThrow(EngineFailed)
    })
  })
})

/** An index that exists and enqueues anything; its tasks are all in this state. */
function taskServer(status: string): RequestListener {
  return (request, response) => {
    const path = request.url ?? ''
    const error = { message: 'no', code: 'internal', type: 'internal', link: '' }
    const answer = path.startsWith('/tasks/')
      ? { uid: 1, status, error, enqueuedAt: new Date(), type: 'documentDeletion' }
      : path.includes('/documents/fetch')
        ? { results: [], total: 0, limit: 1, offset: 0 }
        : { taskUid: 1, uid: 'x', status: 'enqueued', enqueuedAt: new Date() }
    const missing = request.method === 'GET' && path.endsWith('-next')
    json(missing ? 404 : 200, missing ? { ...error, code: 'index_not_found' } : answer)(
      request,
      response,
    )
  }
}

async function withServer(listener: RequestListener, act: (url: string) => Promise<void>) {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
