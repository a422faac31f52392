import { createHash } from 'node:crypto'
import type { KeyCreation, Meilisearch } from 'meilisearch'
import { guarded, meiliClient } from './meilisearch-client.server.ts'
import { MEILI_VERSION } from './settings.ts'

/**
 * The two keys the product works with, minted from the master key (which does nothing else) or
 * found again: one that may only search our indexes and one for the relay, which writes.
 */
export async function mintKeys(
  address: { url: string; masterKey: string },
  prefix = 'openings',
): Promise<{ searchKey: string; relayKey: string }> {
  const client = meiliClient({ url: address.url, key: address.masterKey }, 5000)
  const [searchKey, relayKey] = await Promise.all([
    ensureKey(client, {
      name: `${prefix} search`,
      actions: ['search'],
      indexes: [`${prefix}-*`],
      expiresAt: null,
    }),
    // For every index: the task of a swap belongs to none, and a narrower key cannot see its end.
    ensureKey(client, { name: `${prefix} relay`, actions: RELAY, indexes: ['*'], expiresAt: null }),
  ])
  return { searchKey, relayKey }
}

/** A sentence for the log when the server's version is not the tested one, or null. */
export async function versionWarning(address: {
  url: string
  masterKey: string
}): Promise<string | null> {
  const client = meiliClient({ url: address.url, key: address.masterKey }, 5000)
  const { pkgVersion } = await guarded(client.getVersion())
  if (pkgVersion === MEILI_VERSION) return null
  return `Meilisearch is ${pkgVersion}; this release was tested with ${MEILI_VERSION}`
}

const RELAY: KeyCreation['actions'] = [
  'search',
  'documents.*',
  'indexes.*',
  'settings.*',
  'tasks.get',
  'stats.get',
]

async function ensureKey(client: Meilisearch, wanted: KeyCreation): Promise<string> {
  const uid = uuidOf(JSON.stringify(wanted))
  try {
    return (await client.getKey(uid)).key
  } catch {
    return (await guarded(client.createKey({ ...wanted, uid }))).key
  }
}

/** Always the same uuid for the same wishes, so that no start leaves another key behind. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
