import type { OpportunityDocument } from './documents.ts'

/** One word of a search. Texts are already normalised by `wordsOf`. */
export interface Term {
  text: string
  /** Whether words that begin with it match too. */
  prefix: boolean
  maxTypos: 0 | 1 | 2
  /** Other ways to say it; one may be several words, which then stand together. */
  synonyms: string[]
}

export type ListField = 'kind' | 'sector' | 'hours' | 'remote' | 'contract' | 'audience'
export type RangeField = 'publishedAt' | 'closesAt' | 'minAge'
export type FacetField = Exclude<ListField, 'audience'>
export type Sort = 'relevance' | 'newest' | 'closing' | 'nearest'
export type Filters = { [F in ListField]?: { in: string[] } } & {
  [F in RangeField]?: { from?: number; to?: number }
}

/** What the person should be told about how their search was read. */
export type PlanNote =
  'text-cut' | 'terms-cut' | 'narrow-the-search' | 'only-places-with-a-site' | 'phrase-unclosed'

/** A radius, worked out before any engine is asked: disjoint lists of outcodes, nearest first. */
export interface Places {
  origin: string
  km: number
  rings: string[][]
}

/** A search as typed data: all that an engine is given. */
export interface Plan {
  text: string
  terms: Term[]
  /** Quoted phrases, normalised: each is required, its words next to each other. */
  phrases: string[]
  filters: Filters
  places?: Places
  /** Outcodes somebody can get to: only work with a site in one of them, or from home. */
  reach?: string[]
  sort: Sort
  page: { offset: number; limit: number }
  facets: FacetField[]
  notes: PlanNote[]
}

export type Engine = 'postgres' | 'meilisearch'

/** Ids only: rows are read from the database under the viewer's rights. */
export interface Reply {
  ids: string[]
  /** 0 to 1, comparable only inside one reply. */
  scores: number[]
  /** Miles from the origin to the nearest site, in the order of `ids`. */
  distances?: (number | null)[]
  facets: { [F in FacetField]?: Record<string, number> }
  /** `n` counts to 1,000; beyond that it is 1,001 and not exact. */
  total: { n: number; exact: boolean }
  tookMs: number
  engine: Engine
  /** True when the engine that should have answered could not. */
  degraded: boolean
}

export interface Suggestions {
  ids: string[]
  engine: Engine
  degraded: boolean
}

/** Where a rebuild reads everything that should be searchable. */
export interface RebuildSource {
  batches(): AsyncIterable<OpportunityDocument[]>
  /** What changed since the rebuild began: read again just before the swap. */
  changedSince(at: Date): Promise<{ upserts: OpportunityDocument[]; removals: string[] }>
}

export interface EngineStatus {
  engine: Engine
  ready: boolean
  documents: number
  /** Plain words for the system page: why it is not ready, or what to look at. */
  problems: string[]
}

/** One contract, two engines (`search/contract.ts` proves it of both). */
export interface SearchPort {
  search(plan: Plan): Promise<Reply>
  /** Ids of openings whose title holds every word of the plan, best first, at most eight. */
  suggest(plan: Plan): Promise<Suggestions>
  /** Resolves once the documents can be found. An older version never replaces a newer one. */
  upsert(documents: OpportunityDocument[]): Promise<void>
  /** Resolves once the ids can no longer be found. */
  remove(ids: string[]): Promise<void>
  rebuild(source: RebuildSource): Promise<{ documents: number }>
  /** Everything the engine holds, in batches of no order: for finding drift. */
  versions(): AsyncIterable<{ id: string; version: number }[]>
  status(): Promise<EngineStatus>
}

/** Totals are counted up to here; further results are not shown. */
export const MOST_RESULTS = 1000
export const MOST_SUGGESTIONS = 8

/** The request itself was wrong: an unknown field, a value no filter may carry. */
export class InvalidPlan extends Error {
  override name = 'InvalidPlan'
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
  }
}

/** The engine did not answer as it should: worth trying the other one. */
export class EngineFailed extends Error {
  override name = 'EngineFailed'
}
