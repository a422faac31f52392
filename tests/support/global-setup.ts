import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#db/embedded.ts'
import { prepareTemplate, type TestServer } from './database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * One Postgres for the whole run, with one migrated template database that every test file clones:
 * an embedded server in a temporary folder, or the server named by TEST_DATABASE_URL.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  if (external) {
    const { server, drop } = await prepareTemplate(external)
    project.provide('testServer', server)
    return drop
  }

  const folder = mkdtempSync(join(tmpdir(), 'throughgate-test-'))
  // The database's own user has to pass when the tests run as root.
  chmodSync(folder, 0o711)
  const embedded = await startEmbedded({
    dir: join(folder, '.data'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    },
  })
  const stop = async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    project.provide('testServer', (await prepareTemplate(embedded.adminUrl)).server)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
