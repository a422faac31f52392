import { withDeadline } from './meilisearch-client.server.ts'
import { InvalidPlan } from './port.ts'
import type { SearchPort } from './port.ts'

export interface SearchOptions {
  postgres: SearchPort
  /** Leave out to search with Postgres alone. */
  meili?: SearchPort
  /** How long Meilisearch may take before Postgres is asked, in milliseconds. */
  patienceMs?: number
  /** Failures in a row after which Meilisearch is left alone for `restMs`. */
  failuresToTrip?: number
  restMs?: number
  now?: () => number
  /** Told of every failure that was answered by Postgres instead. */
  onFailure?: (error: unknown) => void
}

/** The search of the product, and the same for a request that brings its own transaction. */
export interface Search extends SearchPort {
  /** Each engine that writes go to, Postgres first: for comparing one by one what they hold. */
  engines: readonly SearchPort[]
  /** Falls back to this Postgres engine instead; the state of the breaker is shared. */
  using(postgres: SearchPort): SearchPort
}

/**
 * One search over both engines: Meilisearch answers when it can, Postgres whenever it cannot, well
 * within 1.5 seconds and marked as degraded. Writes go to Postgres first and then to Meilisearch;
 * a failing one throws, and the relay tries again.
 */
export function createSearch(options: SearchOptions): Search {
  const { meili, patienceMs = 1000, onFailure } = options
  const breaker = createBreaker(options)

  const firstOf = async <T extends { degraded: boolean }>(
    fast: () => Promise<T>,
    sure: () => Promise<T>,
  ): Promise<T> => {
    if (!breaker.closed()) return { ...(await sure()), degraded: true }
    try {
      const answer = await withDeadline(fast(), patienceMs)
      breaker.succeeded()
      return answer
    } catch (error) {
      if (error instanceof InvalidPlan) throw error
      breaker.failed()
      onFailure?.(error)
      return { ...(await sure()), degraded: true }
    }
  }

  const using = (postgres: SearchPort): SearchPort => {
    if (meili === undefined) return postgres
    const both = async (act: (engine: SearchPort) => Promise<void>) => {
      await act(postgres)
      await act(meili)
    }
    return {
      search: (plan) =>
        firstOf(
          () => meili.search(plan),
          () => postgres.search(plan),
        ),
      suggest: (plan) =>
        firstOf(
          () => meili.suggest(plan),
          () => postgres.suggest(plan),
        ),
      upsert: (documents) => both((engine) => engine.upsert(documents)),
      remove: (ids) => both((engine) => engine.remove(ids)),
      rebuild: async (source) => {
        await postgres.rebuild(source)
        return meili.rebuild(source)
      },
      versions: () => meili.versions(),
      status: async () => {
        const [first, second] = await Promise.all([meili.status(), postgres.status()])
        return { ...first, problems: [...first.problems, ...compare(first, second)] }
      },
    }
  }
  const engines = meili === undefined ? [options.postgres] : [options.postgres, meili]
  return { ...using(options.postgres), engines, using }
}

interface Breaker {
  closed(): boolean
  succeeded(): void
  failed(): void
}

/** After the rest one request may try; the others still go to Postgres until it has succeeded. */
function createBreaker({
  failuresToTrip = 3,
  restMs = 10_000,
  now = Date.now,
}: SearchOptions): Breaker {
  let failures = 0
  let restUntil = 0
  return {
    closed: () => {
      if (failures < failuresToTrip) return true
      if (now() < restUntil) return false
      restUntil = now() + restMs
      return true
    },
    succeeded: () => {
      failures = 0
    },
    failed: () => {
      failures += 1
      restUntil = now() + restMs
    },
  }
}

function compare(index: { ready: boolean; documents: number }, table: { documents: number }) {
  if (!index.ready || index.documents === table.documents) return []
  return [`Meilisearch holds ${index.documents} openings, the database ${table.documents}`]
}
