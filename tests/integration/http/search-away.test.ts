import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { makeEmployer, makeOpportunity } from '#db/factories/index.ts'
import { findMeiliBinary, startMeili, type MeiliProcess } from '#search/meili-process.server.ts'
import { mintKeys } from '#search/meilisearch-keys.server.ts'
import { meilisearchSearch } from '#search/meilisearch.server.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'

const binary = findMeiliBinary()

describe.skipIf(binary === null)('browsing with a real Meilisearch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-away-'))
  let server: MeiliProcess
  let web: TestWeb

  beforeAll(async () => {
    server = await startMeili({ folder, binary: binary ?? '' })
    const meili = meilisearchSearch({ url: server.url, ...(await mintKeys(server)) })
    web = await startTestWeb({ meili })
    await web.asSystem(async (tx) => {
      const employer = await makeEmployer(tx)
      for (const title of ['Lighthouse keeper', 'Lighthouse cook'])
        await makeOpportunity(tx, { employerId: employer.id, title })
    })
    await relaySearch(web.services)
  }, 180_000)
  afterAll(async () => {
    await web.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('its server killed in the middle, the page answers from Postgres within 1.5 seconds', async () => {
    const browser = openBrowser(web)
    const browse = async () => {
      const response = await browser.get('/openings?q=lighthouse')
      return { status: response.status, text: await response.text() }
    }
    expect(await (await browser.get('/readyz')).text()).toBe('ready, search: meilisearch')
    expect((await browse()).text).toContain('2 openings')

    process.kill(server.pid() ?? Number.NaN, 'SIGKILL')
    const began = performance.now()
    const page = await browse()
    expect(performance.now() - began).toBeLessThan(1500)
    expect(page.status).toBe(200)
    expect(page.text).toContain('2 openings')
    expect(page.text).toContain('Lighthouse keeper')

    const health = await browser.get('/readyz')
    expect(health.status).toBe(200)
    expect(await health.text()).toMatch(/^ready, search: postgres, since meilisearch fails/)
  })
})

test('without Meilisearch the health page says that Postgres searches', async () => {
  const web = await startTestWeb()
  try {
    expect(await (await openBrowser(web).get('/readyz')).text()).toBe('ready, search: postgres')
  } finally {
    await web.stop()
  }
})
