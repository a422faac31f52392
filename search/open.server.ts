import postgres from 'postgres'
import { createSearch } from './index.server.ts'
import type { Search } from './index.server.ts'
import { findMeiliBinary, startMeili } from './meili-process.server.ts'
import { mintKeys, versionWarning } from './meilisearch-keys.server.ts'
import { meilisearchSearch } from './meilisearch.server.ts'
import type { MeiliOptions } from './meilisearch.server.ts'
import { postgresSearch } from './postgres.server.ts'

export interface OpenSearch {
  search: Search
  /** For the start-up line: which engine answers, and where it is. */
  where: string
  stop: () => Promise<void>
}

interface OpenOptions {
  /** The app's login. */
  appUrl: string
  env: NodeJS.ProcessEnv
  /** Where a Meilisearch of our own keeps its data. */
  folder: string
  warn: (message: string) => void
}

/**
 * Finds the search engines: the server of MEILI_URL with its keys; else a `meilisearch` program on
 * this machine, started here; else Postgres alone. A Meilisearch that does not answer at start is
 * said aloud and done without: nobody's search should fail for it.
 */
export async function openSearch({ appUrl, env, folder, warn }: OpenOptions): Promise<OpenSearch> {
  // Of its own, since only the system writes the index; requests bring their own transaction.
  const sql = postgres(appUrl, {
    max: 2,
    onnotice: () => undefined,
    connection: { application_name: 'throughgate search', 'app.role': 'system' },
  })
  const meili = await findMeili(env, folder, warn).catch((error: unknown) => {
    warn(`Meilisearch cannot be used: ${error instanceof Error ? error.message : String(error)}`)
    return null
  })
  return {
    search: createSearch({
      postgres: postgresSearch(sql),
      ...(meili ? { meili: meilisearchSearch(meili.address) } : {}),
      onFailure: (error) => warn(`Postgres answered for Meilisearch: ${String(error)}`),
    }),
    where: meili?.where ?? 'Postgres',
    stop: async () => {
      await meili?.stop()
      await sql.end({ timeout: 5 })
    },
  }
}

interface FoundMeili {
  address: MeiliOptions
  where: string
  stop: () => Promise<void>
}

async function findMeili(
  env: NodeJS.ProcessEnv,
  folder: string,
  warn: (message: string) => void,
): Promise<FoundMeili | null> {
  const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey, MEILI_RELAY_KEY: relayKey } = env
  if (url) {
    if (!searchKey || !relayKey)
      throw new Error('MEILI_URL is set, but MEILI_SEARCH_KEY or MEILI_RELAY_KEY is not.')
    const address = { url, searchKey, relayKey }
    return { address, where: `Meilisearch at ${url}`, stop: () => Promise.resolve() }
  }
  const binary = findMeiliBinary(env)
  if (binary === null) return null
  const server = await startMeili({ folder, binary, onExit: warn })
  try {
    const warning = await versionWarning(server)
    if (warning) warn(warning)
    const address = { url: server.url, ...(await mintKeys(server)) }
    return { address, where: `Meilisearch, started here (${binary})`, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}
