import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'

/** The pages as a build would hold them, without building. */
export function serverOf(modules: Record<string, object>): ServerBuild {
  const ids = Object.keys(modules)
  const asset = (id: string, path?: string) => ({
    id,
    path,
    parentId: path === undefined ? undefined : 'root',
    module: `/${id}.js`,
    hasAction: true,
    hasLoader: true,
    hasErrorBoundary: id === 'root',
  })
  return {
    entry: { module: entry },
    routes: Object.fromEntries([
      ['root', { id: 'root', path: '', module: root }],
      ...ids.map((id) => [id, { id, path: id, parentId: 'root', module: modules[id] }]),
    ]),
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries([
        ['root', asset('root')],
        ...ids.map((id) => [id, asset(id, id)]),
      ]),
      url: '/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      unstable_optimizeDeps: false,
    },
  } as unknown as ServerBuild
}
