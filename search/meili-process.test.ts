import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findMeiliBinary, startMeili } from './meili-process.server.ts'
import { mintKeys, versionWarning } from './meilisearch-keys.server.ts'
import { meilisearchSearch } from './meilisearch.server.ts'
import { buildPlan } from './plan.ts'
import { EngineFailed } from './port.ts'
import { sampleDocument, sampleId } from './sample-documents.ts'

test('no program is null, and MEILI_BIN is never passed over for another one', () => {
  expect(findMeiliBinary({ PATH: '/nowhere' })).toBeNull()
  expect(findMeiliBinary({ ...process.env, MEILI_BIN: '/nowhere/meilisearch' })).toBeNull()
})

const binary = findMeiliBinary()

test.skipIf(binary === null)('a server that is killed comes back with its data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-process-'))
  const exits: string[] = []
  const server = await startMeili({
    ...{ folder, binary: binary ?? '' },
    onExit: (reason) => exits.push(reason),
  })
  try {
    expect(statSync(join(folder, 'master-key')).mode & 0o777).toBe(0o600)
    expect(await versionWarning(server)).toBeNull()
    const keys = await mintKeys(server)
    expect(await mintKeys(server)).toEqual(keys)
    const port = meilisearchSearch({ url: server.url, ...keys })
    await port.upsert([sampleDocument(1, { title: 'Welder' })])

    const reader = meilisearchSearch({ url: server.url, searchKey: keys.searchKey })
    await expect(reader.remove([sampleId(1)])).rejects.toThrow(EngineFailed)

    process.kill(server.pid() ?? Number.NaN, 'SIGKILL')
    await expect.poll(() => exits.length, { timeout: 5000 }).toBe(1)
    const ask = () =>
      port.search(buildPlan({ text: 'welder ' })).then(
        ({ ids }) => ids,
        () => [],
      )
    await expect.poll(ask, { timeout: 15_000 }).toEqual([sampleId(1)])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  await expect(fetch(`${server.url}/health`)).rejects.toThrow()
})

test.skipIf(binary === null)(
  'one that a killed product has left behind is ended before another is started',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meilisearch-leftover-'))
    const before = await startMeili({ folder, binary: binary ?? '' })
    await before.stop()
    const args = ['--http-addr', '127.0.0.1:0', '--no-analytics', '--db-path', join(folder, 'data')]
    const leftover = spawn(binary ?? '', args, { cwd: folder, stdio: 'ignore' })
    const gone = once(leftover, 'exit')
    writeFileSync(join(folder, 'pid'), String(leftover.pid))
    const server = await startMeili({ folder, binary: binary ?? '' })
    try {
      await gone
      expect(server.pid()).not.toBe(leftover.pid)
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
