import type postgres from 'postgres'
import type { OpportunityDocument } from './documents.ts'
import { nearestMiles } from './distances.ts'
import { MOST_RESULTS, MOST_SUGGESTIONS } from './port.ts'
import type { FacetField, Plan, RebuildSource, Reply, SearchPort } from './port.ts'
import { findTypos, learnWords } from './postgres-lexicon.server.ts'
import { allOf, anyOf, levelsOf } from './postgres-match.ts'
import type { Field, Levels } from './postgres-match.ts'
import { wordVector } from './postgres-vector.ts'

/**
 * Postgres as a search engine over `search_documents`. Takes any postgres.js connection or
 * transaction, so that a request reads its ids and its rows in one snapshot.
 */
export function postgresSearch(sql: postgres.ISql): SearchPort {
  return {
    search: (plan) => search(sql, plan),
    suggest: async (plan) => ({
      ids: await suggest(sql, plan),
      engine: 'postgres',
      degraded: false,
    }),
    upsert: (documents) => upsert(sql, documents),
    remove: async (ids) => {
      await sql`delete from search_documents where id = any(${ids}::uuid[])`
    },
    rebuild: (source) => rebuild(sql, source),
    versions: () => readVersions(sql),
    status: async () => {
      const [row] = await sql<{ n: number }[]>`select count(*)::int as n from search_documents`
      return { engine: 'postgres', ready: true, documents: row?.n ?? 0, problems: [] }
    },
  }
}

type Fragment = postgres.PendingQuery<postgres.Row[]>

async function search(sql: postgres.ISql, plan: Plan): Promise<Reply> {
  const began = performance.now()
  const levels = await findLevels(sql, plan)
  const words = wordCondition(sql, plan, levels)
  const matching = (except?: FacetField) =>
    allConditions(sql, [
      words,
      placeCondition(sql, plan),
      reachCondition(sql, plan),
      ...filterConditions(sql, plan, except),
    ])
  const [hits, total, facets] = await Promise.all([
    readPage(sql, plan, levels, matching()),
    countUpTo(sql, matching()),
    countFacets(sql, plan, matching),
  ])
  const origin = plan.places?.origin
  return {
    ids: hits.map(({ id }) => id),
    scores: hits.map(({ score }) => Number(score)),
    ...(origin === undefined
      ? {}
      : { distances: hits.map(({ outcodes }) => nearestMiles(origin, outcodes)) }),
    facets,
    total: { n: total, exact: total <= MOST_RESULTS },
    tookMs: performance.now() - began,
    engine: 'postgres',
    degraded: false,
  }
}

async function suggest(sql: postgres.ISql, plan: Plan): Promise<string[]> {
  const levels = await findLevels(sql, plan)
  const needed = [
    ...levels.map((level) => anyOf(level.flat(), 'A')),
    ...plan.phrases.map((phrase) => anyOf([{ words: phrase.split(' ') }], 'A')),
  ]
  if (needed.length === 0) return []
  const inTitle = sql`words @@ ${allOf(needed)}::tsquery`
  const where = allConditions(sql, [
    inTitle,
    placeCondition(sql, plan),
    reachCondition(sql, plan),
    ...filterConditions(sql, plan),
  ])
  const page = { offset: 0, limit: MOST_SUGGESTIONS }
  const hits = await readPage(sql, { ...plan, sort: 'relevance', page }, levels, where)
  return hits.map(({ id }) => id)
}

async function findLevels(sql: postgres.ISql, plan: Plan): Promise<Levels[]> {
  const typos = await findTypos(sql, plan.terms)
  return plan.terms.map((term, index) => levelsOf(term, typos[index] ?? []))
}

function readPage(sql: postgres.ISql, plan: Plan, levels: Levels[], where: Fragment) {
  const { offset, limit } = plan.page
  return sql<{ id: string; score: string; outcodes: string[] }[]>`
    select id, ${scoreOf(sql, plan, levels)} as score, outcodes
    from search_documents where ${where}
    order by ${orderOf(sql, plan, levels.length > 0)}
    offset ${offset} limit ${limit}`
}

async function countUpTo(sql: postgres.ISql, where: Fragment): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from
      (select from search_documents where ${where} limit ${MOST_RESULTS + 1}) as capped`
  return row?.n ?? 0
}

async function countFacets(
  sql: postgres.ISql,
  plan: Plan,
  matching: (except: FacetField) => Fragment,
): Promise<Reply['facets']> {
  const facets: Reply['facets'] = Object.fromEntries(plan.facets.map((facet) => [facet, {}]))
  if (plan.facets.length === 0) return facets
  const counts = plan.facets.map((facet) => {
    const value =
      facet === 'hours'
        ? sql`search_documents, unnest(hours) as value`
        : sql`search_documents, lateral (select ${sql(facet)}::text as value) as one`
    return sql`
      (select ${facet}::text as facet, value, count(*)::int as n from ${value}
      where value is not null and ${matching(facet)} group by value)`
  })
  const rows = await sql<{ facet: FacetField; value: string; n: number }[]>`
    ${joined(sql, counts, sql`union all`)}`
  for (const { facet, value, n } of rows) facets[facet] = { ...facets[facet], [value]: n }
  return facets
}

/** Any term lets a document in; a quoted phrase is required of every one. */
function wordCondition(sql: postgres.ISql, plan: Plan, levels: Levels[]): Fragment | null {
  const phrases = plan.phrases.map((phrase) => anyOf([{ words: phrase.split(' ') }]))
  if (phrases.length > 0) return sql`words @@ ${allOf(phrases)}::tsquery`
  if (levels.length === 0) return null
  return sql`words @@ ${anyOf(levels.flat(2))}::tsquery`
}

function placeCondition(sql: postgres.ISql, plan: Plan): Fragment | null {
  if (plan.places === undefined) return null
  return sql`outcodes && ${plan.places.rings.flat()}::text[]`
}

function reachCondition(sql: postgres.ISql, { reach }: Plan): Fragment | null {
  return reach === undefined ? null : sql`(remote or outcodes && ${reach}::text[])`
}

function filterConditions(sql: postgres.ISql, plan: Plan, except?: FacetField): Fragment[] {
  const { publishedAt, closesAt, minAge, ...lists } = plan.filters
  const conditions = Object.entries(lists).flatMap(([field, filter]) => {
    if (filter === undefined || field === except) return []
    if (field === 'hours') return [sql`hours && ${filter.in}::text[]`]
    return [sql`${sql(field)}::text = any(${filter.in}::text[])`]
  })
  for (const [column, range] of [
    ['published_at', publishedAt],
    ['closes_at', closesAt],
    ['min_age', minAge],
  ] as const) {
    if (range?.from !== undefined) conditions.push(sql`${sql(column)} >= ${range.from}::bigint`)
    if (range?.to !== undefined) conditions.push(sql`${sql(column)} <= ${range.to}::bigint`)
  }
  return conditions
}

function allConditions(sql: postgres.ISql, conditions: (Fragment | null)[]): Fragment {
  const present = conditions.filter((condition) => condition !== null)
  return present.length === 0 ? sql`true` : joined(sql, present, sql`and`)
}

/**
 * One number that sorts by, in turn: how many terms matched, how few typos that took, in which
 * fields, and how many of the words are exactly the ones typed. Each has two digits of its own.
 */
function scoreOf(sql: postgres.ISql, plan: Plan, levels: Levels[]): Fragment {
  if (levels.length === 0) return sql`1::float8`
  const points = levels.map((level, index) => pointsOf(sql, level, plan.terms[index]?.text ?? ''))
  const most = levels.length * (MATCHED + 2 * NO_TYPO + 3 * FIELD + EXACT)
  return sql`((${joined(sql, points, sql`+`)})::float8 / ${most}::float8)`
}

const MATCHED = 1_000_000
const NO_TYPO = 10_000
const FIELD = 100
const EXACT = 1

function pointsOf(sql: postgres.ISql, levels: Levels, text: string): Fragment {
  const cases = levels.flatMap((wordings, typos) => {
    if (wordings.length === 0) return []
    const inField = (field: Field) => sql`words @@ ${anyOf(wordings, field)}::tsquery`
    const exact = sql`words @@ ${anyOf([{ words: [text] }])}::tsquery`
    return [
      sql`when words @@ ${anyOf(wordings)}::tsquery then
        ${MATCHED + (2 - typos) * NO_TYPO}::int
        + case when ${inField('A')} then ${3 * FIELD}::int
            when ${inField('B')} then ${2 * FIELD}::int
            when ${inField('C')} then ${FIELD}::int else 0 end
        + case when ${typos === 0 ? exact : sql`false`} then ${EXACT}::int else 0 end`,
    ]
  })
  return sql`(case ${joined(sql, cases, sql``)} else 0 end)`
}

/** Always a total order: the id decides last. */
function orderOf(sql: postgres.ISql, plan: Plan, scored: boolean): Fragment {
  const best = scored ? sql`score desc, published_at desc, id` : sql`published_at desc, id`
  if (plan.sort === 'newest') return sql`published_at desc, id`
  if (plan.sort === 'closing') return sql`closes_at, id`
  if (plan.sort === 'nearest') return sql`${ringOf(sql, plan)}, ${best}`
  return best
}

function ringOf(sql: postgres.ISql, plan: Plan): Fragment {
  const rings = plan.places?.rings ?? []
  const cases = rings.map((ring, index) => sql`when outcodes && ${ring}::text[] then ${index}::int`)
  return rings.length === 0
    ? sql`0::int`
    : sql`(case ${joined(sql, cases, sql``)} else ${rings.length}::int end)`
}

function joined(sql: postgres.ISql, fragments: Fragment[], between: Fragment): Fragment {
  return fragments.reduce((all, next) => sql`${all} ${between} ${next}`)
}

async function upsert(sql: postgres.ISql, documents: OpportunityDocument[]): Promise<void> {
  const newest = new Map<string, OpportunityDocument>()
  for (const document of documents) {
    const known = newest.get(document.id)
    if (known === undefined || known.version <= document.version) newest.set(document.id, document)
  }
  const rows: { vector: string; words: string[]; document: OpportunityDocument }[] = []
  for (const document of newest.values()) rows.push({ ...wordVector(document), document })
  if (rows.length === 0) return
  await learnWords(
    sql,
    rows.flatMap(({ words }) => words),
  )
  const payload = rows
    .sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
    .map(({ vector, document }) => ({ ...columnsOf(document), words: vector }))
  await sql`
    insert into search_documents (id, version, words, sector, kind, hours, remote, contract,
      audience, outcodes, published_at, closes_at, min_age)
    select id, version, words::tsvector, sector, kind, array(select jsonb_array_elements_text(hours)),
      remote, contract, audience, array(select jsonb_array_elements_text(outcodes)),
      published_at, closes_at, min_age
    from jsonb_to_recordset(${JSON.stringify(payload)}::text::jsonb) as fresh(id uuid,
      version bigint, words text, sector text, kind text, hours jsonb, remote boolean,
      contract text, audience text, outcodes jsonb, published_at bigint, closes_at bigint,
      min_age smallint)
    on conflict (id) do update set version = excluded.version, words = excluded.words,
      sector = excluded.sector, kind = excluded.kind, hours = excluded.hours,
      remote = excluded.remote, contract = excluded.contract, audience = excluded.audience,
      outcodes = excluded.outcodes, published_at = excluded.published_at,
      closes_at = excluded.closes_at, min_age = excluded.min_age, indexed_at = now()
    where search_documents.version <= excluded.version`
}

function columnsOf(document: OpportunityDocument) {
  const { id, version, sector, kind, hours, remote, audience, outcodes } = document
  return {
    ...{ id, version, sector, kind, hours, remote, audience, outcodes },
    contract: document.contract ?? null,
    published_at: document.publishedAt,
    closes_at: document.closesAt,
    min_age: document.minAge,
  }
}

async function* readVersions(sql: postgres.ISql) {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await sql<{ id: string; version: number }[]>`
      select id, version::float8 as version from search_documents
      where id > ${after}::uuid order by id limit ${VERSIONS_PER_PAGE}`
    const last = rows.at(-1)
    if (last === undefined) return
    yield [...rows]
    after = last.id
  }
}

const VERSIONS_PER_PAGE = 1000

/** In place: everything is written again, and then what the source no longer has is deleted. */
async function rebuild(sql: postgres.ISql, source: RebuildSource): Promise<{ documents: number }> {
  const began = new Date()
  // The database's own clock, to the microsecond, since it is compared with indexed_at.
  const [start] = await sql<{ at: string }[]>`select clock_timestamp()::text as at`
  const seen = new Set<string>()
  for await (const batch of source.batches()) {
    await upsert(sql, batch)
    for (const { id } of batch) seen.add(id)
  }
  const stored = await sql<{ id: string }[]>`
    select id from search_documents where indexed_at < ${start?.at ?? ''}::text::timestamptz`
  const gone = stored.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  await sql`delete from search_documents where id = any(${gone}::uuid[])`
  const late = await source.changedSince(began)
  await upsert(sql, late.upserts)
  await sql`delete from search_documents where id = any(${late.removals}::uuid[])`
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from search_documents`
  return { documents: row?.n ?? 0 }
}
