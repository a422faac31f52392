import type { Meilisearch } from 'meilisearch'
import { z } from 'zod'
import { nearestMiles } from './distances.ts'
import type { OpportunityDocument } from './documents.ts'
import { finishTask, guarded, meiliClient, withDeadline } from './meilisearch-client.server.ts'
import { filtersOf, placeFilter, queriesOf, queryText, reachFilter } from './meilisearch-queries.ts'
import { EngineFailed, MOST_RESULTS, MOST_SUGGESTIONS } from './port.ts'
import type { EngineStatus, FacetField, Plan, RebuildSource, Reply, SearchPort } from './port.ts'
import { indexUid, MEILI_SETTINGS } from './settings.ts'
import { wordsOf } from './words.ts'

export interface MeiliOptions {
  url: string
  /** May only search. */
  searchKey: string
  /** May write documents and make indexes; only the relay needs it. */
  relayKey?: string
  /** Beginning of the index's name. */
  prefix?: string
  timeoutMs?: number
  /** How long a write may take until it can be found. */
  taskLimitMs?: number
}

/** Meilisearch as a search engine. Every failure is an `EngineFailed`, within `timeoutMs`. */
export function meilisearchSearch(options: MeiliOptions): SearchPort {
  const {
    url,
    searchKey,
    relayKey,
    prefix = 'openings',
    timeoutMs = 1000,
    taskLimitMs = TASK_LIMIT_MS,
  } = options
  const reader = meiliClient({ url, key: searchKey }, timeoutMs)
  const writer: Writer = {
    client: meiliClient({ url, key: relayKey ?? searchKey }, WRITE_TIMEOUT_MS),
    finish: (enqueued) => finishTask(writer.client, enqueued, taskLimitMs),
  }
  const uid = indexUid(prefix)
  const inTime = <T>(work: Promise<T>) => guarded(withDeadline(work, timeoutMs))
  // One write at a time: the engine has no conditional write, so versions are compared first.
  let writing: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const turn = writing.then(write, write)
    writing = turn
    return guarded(turn)
  }
  return {
    search: (plan) => inTime(search(reader, uid, plan)),
    suggest: (plan) =>
      inTime(
        suggest(reader, uid, plan).then((ids) => {
          return { ids, engine: 'meilisearch' as const, degraded: false }
        }),
      ),
    upsert: (documents) =>
      inTurn(async () => {
        await ensureIndex(writer, uid)
        for (const target of await targetsOf(writer.client, uid))
          await upsert(writer, target, documents)
      }),
    remove: (ids) =>
      inTurn(async () => {
        await ensureIndex(writer, uid)
        for (const target of await targetsOf(writer.client, uid)) {
          await writer.finish(writer.client.index(target).deleteDocuments(ids))
        }
      }),
    rebuild: (source) => guarded(rebuild(writer, { uid, prefix, inTurn }, source)),
    versions: () => readVersions(writer.client, uid),
    status: () =>
      readStatus(meiliClient({ url, key: relayKey ?? searchKey }, timeoutMs), uid, inTime),
  }
}

const WRITE_TIMEOUT_MS = 30_000
const TASK_LIMIT_MS = 120_000
const BATCH = 1000

interface Writer {
  client: Meilisearch
  /** Waits for an enqueued task; throws when it failed. */
  finish: (enqueued: PromiseLike<{ taskUid: number }>) => Promise<void>
}

const federatedAnswer = z.object({
  hits: z.array(
    z.object({
      id: z.uuid(),
      outcodes: z.array(z.string()).default([]),
      _federation: z.object({ weightedRankingScore: z.number() }),
    }),
  ),
  estimatedTotalHits: z.number(),
  facetsByIndex: z
    .record(
      z.string(),
      z.object({ distribution: z.record(z.string(), z.record(z.string(), z.number())) }),
    )
    .nullish(),
})
type Answer = z.infer<typeof federatedAnswer>

async function search(client: Meilisearch, uid: string, plan: Plan): Promise<Reply> {
  const began = performance.now()
  const places = placeFilters(plan)
  const own = plan.facets.filter((facet) => plan.filters[facet] !== undefined)
  const shared = plan.facets.filter((facet) => !own.includes(facet))
  const whole = [...filtersOf(plan.filters), ...places]
  const nearest = plan.sort === 'nearest'
  const page = nearest ? { offset: 0, limit: 0 } : plan.page
  const [main, hitsByRing, ...others] = await Promise.all([
    ask(client, uid, plan, whole, page, shared),
    nearest ? askRings(client, uid, plan) : Promise.resolve([]),
    ...own.map((facet) =>
      ask(client, uid, plan, [...filtersOf(plan.filters, facet), ...places], NO_PAGE, [facet]),
    ),
  ])
  const hits = nearest ? hitsByRing : main.hits
  const origin = plan.places?.origin
  const facets: Reply['facets'] = {}
  for (const facet of plan.facets) facets[facet] = {}
  for (const answer of [main, ...others]) {
    Object.assign(facets, answer.facetsByIndex?.[uid]?.distribution)
  }
  const total = Math.min(main.estimatedTotalHits, MOST_RESULTS + 1)
  return {
    ids: hits.map(({ id }) => id),
    scores: hits.map(({ _federation }) => _federation.weightedRankingScore),
    ...(origin === undefined
      ? {}
      : { distances: hits.map(({ outcodes }) => nearestMiles(origin, outcodes)) }),
    facets,
    total: { n: total, exact: total <= MOST_RESULTS },
    tookMs: performance.now() - began,
    engine: 'meilisearch',
    degraded: false,
  }
}

const NO_PAGE = { offset: 0, limit: 0 }

function placeFilters(plan: Plan): (string | string[])[] {
  const near = plan.places === undefined ? [] : [placeFilter(plan.places.rings.flat())]
  return [...near, ...reachFilters(plan)]
}

const reachFilters = ({ reach }: Plan) => (reach === undefined ? [] : [reachFilter(reach)])

/** Ring by ring, leaving out what an inner ring already gave, until the page is full. */
async function askRings(client: Meilisearch, uid: string, plan: Plan): Promise<Answer['hits']> {
  const hits: Answer['hits'] = []
  const inner: string[] = []
  let { offset } = plan.page
  for (const ring of plan.places?.rings ?? []) {
    const filter = [...filtersOf(plan.filters), ...reachFilters(plan), placeFilter(ring)]
    if (inner.length > 0) filter.push(`NOT ${placeFilter(inner)}`)
    inner.push(...ring)
    const limit = plan.page.limit - hits.length
    if (limit <= 0) break
    const answer = await ask(client, uid, plan, filter, { offset, limit }, [])
    hits.push(...answer.hits)
    offset = Math.max(0, offset - answer.estimatedTotalHits)
  }
  return hits
}

async function ask(
  client: Meilisearch,
  uid: string,
  plan: Plan,
  filter: (string | string[])[],
  page: { offset: number; limit: number },
  facets: FacetField[],
): Promise<Answer> {
  const sort =
    plan.sort === 'newest'
      ? ['publishedAt:desc', 'id:asc']
      : plan.sort === 'closing'
        ? ['closesAt:asc', 'id:asc']
        : undefined
  const answer = await client.multiSearch({
    federation: { ...page, facetsByIndex: { [uid]: facets } },
    queries: queriesOf(plan).map(({ q, weight }) => ({
      indexUid: uid,
      q,
      filter,
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['id', 'outcodes'],
      federationOptions: { weight },
      ...(sort === undefined ? {} : { sort }),
    })),
  })
  return federatedAnswer.parse(answer)
}

async function suggest(client: Meilisearch, uid: string, plan: Plan): Promise<string[]> {
  if (plan.terms.length + plan.phrases.length === 0) return []
  const answer = await client.index(uid).search(queryText(plan.phrases, plan.terms), {
    filter: [...filtersOf(plan.filters), ...placeFilters(plan)],
    matchingStrategy: 'all',
    attributesToSearchOn: ['title'],
    attributesToRetrieve: ['id'],
    limit: MOST_SUGGESTIONS,
  })
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(answer.hits)
    .map(({ id }) => id)
}

/** The index that is searched and, while a rebuild runs, the one that will replace it. */
async function targetsOf(client: Meilisearch, uid: string): Promise<string[]> {
  return (await indexExists(client, nextOf(uid))) ? [uid, nextOf(uid)] : [uid]
}

function nextOf(uid: string): string {
  return `${uid}-next`
}

async function indexExists(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid)
    return true
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    if (cause?.code === 'index_not_found') return false
    throw error
  }
}

async function ensureIndex({ client, finish }: Writer, uid: string): Promise<void> {
  if (await indexExists(client, uid)) return
  await finish(client.createIndex(uid, { primaryKey: 'id' }))
  await finish(client.index(uid).updateSettings(MEILI_SETTINGS))
}

async function upsert(
  { client, finish }: Writer,
  uid: string,
  documents: OpportunityDocument[],
): Promise<void> {
  const index = client.index(uid)
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH)
    const ids = [...new Set(batch.map(({ id }) => id))]
    const versions = await storedVersions(client, uid, ids)
    const newest = new Map<string, OpportunityDocument>()
    for (const document of batch) {
      if (document.version < (versions.get(document.id) ?? 0)) continue
      versions.set(document.id, document.version)
      newest.set(document.id, document)
    }
    const fresh = [...newest.values()].map(indexed)
    if (fresh.length > 0) await finish(index.addDocuments(fresh))
  }
}

/** Asked in the body of a POST: the client puts ids into the address, which has a limit. */
async function storedVersions(client: Meilisearch, uid: string, ids: string[]) {
  const answer = await client.httpRequest.post({
    path: `indexes/${uid}/documents/fetch`,
    body: { ids, fields: ['id', 'version'], limit: ids.length },
  })
  const { results } = storedDocuments.parse(answer)
  return new Map(results.map(({ id, version }) => [id, version]))
}

async function* readVersions(client: Meilisearch, uid: string) {
  // One that was never built, or was lost, holds nothing.
  if (!(await guarded(indexExists(client, uid)))) return
  for (let offset = 0; ; offset += BATCH) {
    const answer = await guarded(
      client.httpRequest.post({
        path: `indexes/${uid}/documents/fetch`,
        body: { fields: ['id', 'version'], offset, limit: BATCH },
      }),
    )
    const { results } = storedDocuments.parse(answer)
    if (results.length > 0) yield results
    if (results.length < BATCH) return
  }
}

const storedDocuments = z.object({
  results: z.array(z.object({ id: z.string(), version: z.number() })),
})

/** What is sent: texts as normalised words, so that the engine splits them as Postgres does. */
function indexed(document: OpportunityDocument) {
  const plain = (text: string) => wordsOf(text).join(' ')
  const { sectorLabel, town, employer, ...rest } = document
  return {
    ...rest,
    title: plain(document.title),
    skills: document.skills.map(plain),
    about: [sectorLabel, town, employer].map(plain),
    body: plain(document.body),
  }
}

interface RebuildPlace {
  uid: string
  prefix: string
  inTurn: <T>(write: () => Promise<T>) => Promise<T>
}

/**
 * Builds the index anew beside the live one, checks it, swaps the two and drops the old one and
 * those of other settings. Writes go to both while it runs; what changed meanwhile is sent again.
 */
async function rebuild(
  writer: Writer,
  { uid, prefix, inTurn }: RebuildPlace,
  source: RebuildSource,
): Promise<{ documents: number }> {
  const { client, finish } = writer
  const began = new Date()
  const next = nextOf(uid)
  await inTurn(async () => {
    await ensureIndex(writer, uid)
    if (await indexExists(client, next)) await finish(client.deleteIndex(next))
    await ensureIndex(writer, next)
  })
  const sent = new Set<string>()
  for await (const batch of source.batches()) {
    await inTurn(() => upsert(writer, next, batch))
    for (const { id } of batch) sent.add(id)
  }
  return inTurn(async () => {
    const late = await source.changedSince(began)
    await upsert(writer, next, late.upserts)
    await finish(client.index(next).deleteDocuments(late.removals))
    for (const { id } of late.upserts) sent.add(id)
    for (const id of late.removals) sent.delete(id)
    await verify(client, next, [...sent])
    const { numberOfDocuments } = await client.index(next).getStats()
    await finish(client.swapIndexes([{ indexes: [uid, next], rename: false }]))
    await finish(client.deleteIndex(next))
    const { results } = await client.getRawIndexes({ limit: 100 })
    for (const old of results.filter((index) => index.uid.startsWith(`${prefix}-`))) {
      if (old.uid !== uid) await finish(client.deleteIndex(old.uid))
    }
    return { documents: numberOfDocuments }
  })
}

/** Throws unless every id is in the index. */
async function verify(client: Meilisearch, uid: string, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH)
    const stored = await storedVersions(client, uid, batch)
    const missing = batch.filter((id) => !stored.has(id)).length
    if (missing > 0) throw new EngineFailed(`The new index lacks ${missing} openings`)
  }
}

async function readStatus(
  client: Meilisearch,
  uid: string,
  inTime: <T>(work: Promise<T>) => Promise<T>,
): Promise<EngineStatus> {
  const status: EngineStatus = { engine: 'meilisearch', ready: false, documents: 0, problems: [] }
  try {
    if (!(await inTime(indexExists(client, uid)))) {
      return { ...status, problems: ['The index has not been built with these settings yet'] }
    }
    const stats = await inTime(client.index(uid).getStats())
    return { ...status, ready: true, documents: z.number().parse(stats.numberOfDocuments) }
  } catch {
    return { ...status, problems: ['Meilisearch does not answer as it should'] }
  }
}
