import { randomBytes } from 'node:crypto'
import type { ServerBuild } from '@remix-run/node'
import { createElement } from 'react'
import type { Services } from '#app/http/services.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { readKeyRing } from '#app/platform/key-ring.server.ts'
import { makeServices } from '#app/platform/services.server.ts'
import { openSearch } from '#search/open.server.ts'
import { CLIENT_DIR, ensureBuild, SERVER_BUILD } from '../scripts/build.ts'
import { startWeb } from '../server.ts'

// The product and a hello-world page on the same stack, in one process; prints their addresses.

await ensureBuild()
const build = (await import(SERVER_BUILD)) as ServerBuild
const appUrl = process.env.DATABASE_URL
if (!appUrl) throw new Error('DATABASE_URL is not set')
const search = await openSearch({
  appUrl,
  env: process.env,
  folder: process.env.MEILI_FOLDER ?? '.data/meilisearch',
  warn: (message) => console.error(message),
})
const settings = readSettings({ ...process.env, PORT: '0', DEMO: '1' }, false)
// The benchmark's database is thrown away, and its key with it.
const keys = readKeyRing({ FIELD_KEYS: `1:${randomBytes(32).toString('base64')}` }, null)
const services: Services = makeServices(appUrl, settings, search.search, keys)
const product = await startWeb({ services, build, clientDir: CLIENT_DIR })
const hello = await startWeb({ services, build: helloWorld(build) })
console.log(JSON.stringify({ product: product.address, hello: hello.address }))

process.once('SIGTERM', () => {
  void Promise.allSettled([product.stop(), hello.stop()])
    .then(() => services.db.$client.end({ timeout: 5 }))
    .then(() => search.stop())
    .then(() => process.exit(0))
})

/** The real server, headers and renderer around one route that draws two words and reads nothing. */
function helloWorld(real: ServerBuild): ServerBuild {
  const root = real.routes.root
  const manifest = real.assets.routes.root
  if (!root || !manifest) throw new Error('The build has no root route')
  const Page = () =>
    createElement('html', { lang: 'en' }, createElement('body', null, 'Hello, world'))
  const handle = { access: 'anyone' }
  return {
    ...real,
    routes: { root: { ...root, path: '', module: { default: Page, handle } } },
    assets: { ...real.assets, routes: { root: { ...manifest, hasLoader: false } } },
  }
}
