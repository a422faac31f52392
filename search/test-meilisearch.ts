import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineUnderTest } from './contract.ts'
import { findMeiliBinary, startMeili } from './meili-process.server.ts'
import { mintKeys } from './meilisearch-keys.server.ts'
import { meilisearchSearch } from './meilisearch.server.ts'

/** Whether a real Meilisearch can be tested on this machine. */
export function meiliIsHere(): boolean {
  return findMeiliBinary() !== null
}

/** The Meilisearch engine over a server of its own, with a throw-away folder, for tests. */
export async function startTestMeilisearch(): Promise<EngineUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-test-'))
  const server = await startMeili({ folder, binary: findMeiliBinary() ?? '' })
  const port = meilisearchSearch({ url: server.url, ...(await mintKeys(server)) })
  return {
    port,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
