import { importsOf, type SourceFile } from './source-files.ts'

type Layer = {
  name: string
  /** Which files belong to it; the first layer that fits counts. */
  holds: RegExp
  /** What they may import, besides their own layer, pure files and packages. */
  may: RegExp[]
  /** The packages they may not import. */
  mayNotUse?: RegExp
}

const remix = /^@remix-run\//
const remixServer = /^@remix-run\/(node|express|dev)|^express$/
const pure = /^(app\/features\/[^/]+|app\/platform|app\/emails|search)\/(?!.*\.server\.tsx?$)/
const pureNames = /^app\/features\/.*\/(status|policy|schema|events|gate)\.ts$/

/** The dependency directions, as the table a reader can check. */
export const layers: Layer[] = [
  {
    name: 'pure rules (status, policy, schema, events, gate)',
    holds: pureNames,
    may: [],
    mayNotUse: /^(?!zod$|@conform-to\/zod)/,
  },
  {
    name: 'routes',
    holds: /^app\/routes\//,
    may: [/^app\/(http|components|features|platform)\//],
  },
  {
    // http gives each request the search engine that reads in the request's own transaction.
    name: 'http',
    holds: /^app\/http\//,
    may: [/^app\/(features|platform|components)\//, /^db\//, /^search\//],
  },
  {
    name: 'tasks',
    holds: /^app\/tasks\//,
    may: [/^app\/(features|emails|platform)\//, /^search\//, /^db\//],
    mayNotUse: remix,
  },
  {
    name: 'features on the server',
    holds: /^app\/features\/.*\.server\.ts$/,
    may: [/^app\/(features|platform)\//, /^db\//, /^search\/port\.ts$/],
    mayNotUse: remix,
  },
  { name: 'features', holds: /^app\/features\//, may: [], mayNotUse: remix },
  { name: 'components', holds: /^app\/components\//, may: [], mayNotUse: remixServer },
  { name: 'emails', holds: /^app\/emails\//, may: [], mayNotUse: remix },
  { name: 'platform', holds: /^app\/platform\//, may: [/^db\//], mayNotUse: remix },
  { name: 'search', holds: /^search\//, may: [/^db\//, /^app\/platform\//], mayNotUse: remix },
  {
    // The demo's world is made by the product's own commands, so that it obeys the same rules.
    name: 'seed',
    holds: /^db\/seed(\.ts$|\/)/,
    may: [/^db\//, /^app\/(features|platform)\//, /^search\//],
    mayNotUse: remix,
  },
  { name: 'database', holds: /^db\//, may: [/^app\/platform\//, /^search\//], mayNotUse: remix },
]

/**
 * What a file imports against the table, each as one sentence. Types are not held to it: they are
 * gone when the program runs.
 */
export function violations(file: SourceFile): string[] {
  const layer = layers.find(({ holds }) => holds.test(file.path))
  if (!layer) return []
  return importsOf(file)
    .filter(({ target, isPackage, isTypeOnly }) => {
      if (isTypeOnly) return false
      if (isPackage) return layer.mayNotUse?.test(target) ?? false
      return ![layer.holds, pure, ...layer.may].some((allowed) => allowed.test(target))
    })
    .map(({ target, line }) => `${file.path}:${line} (${layer.name}) imports ${target}`)
}
