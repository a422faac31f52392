import { expect, test } from 'vitest'
import { violations } from './layers.ts'
import { importsOf, sourceFiles } from './source-files.ts'

// Test files, and what only they use.
const isTest = /\.test\.tsx?$|\/(test-[\w-]+|fixtures[\w.-]*|normalise-html)\.tsx?$/
const files = sourceFiles(['app', 'db', 'search']).filter(({ path }) => !isTest.test(path))

test('every import follows the dependency directions', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(violations)).toEqual([])
})

test.each([
  ['app/features/x/queries.server.ts', "import { redirect } from '@remix-run/node'"],
  ['app/features/x/policy.ts', "import { db } from '#db/client.server.ts'"],
  ['app/features/x/status.ts', "import { format } from 'date-fns'"],
  ['app/components/x/a.tsx', "import { list } from '#app/features/x/queries.server.ts'"],
  ['app/features/x/commands.server.ts', "import { find } from '#search/meilisearch.server.ts'"],
  ['app/routes/x/a.tsx', "import { sql } from '#db/client.server.ts'"],
  ['app/routes/x/a.tsx', "const db = await import('../../../db/client.server.ts')"],
  ['search/plan.ts', "import { list } from '#app/features/x/queries.server.ts'"],
])('the test notices a wrong direction: %s, %s', (path, text) => {
  expect(violations({ path, text })).toHaveLength(1)
})

test.each([
  ['app/routes/x/a.tsx', "import { list } from '#app/features/x/queries.server.ts'"],
  ['app/features/x/policy.ts', "import type { Db } from '#db/client.server.ts'"],
  ['app/features/x/policy.ts', "import { states } from './status.ts'"],
  ['app/components/x/a.tsx', "import { Form } from '@remix-run/react'"],
])('and lets a right one pass: %s, %s', (path, text) => {
  expect(violations({ path, text })).toEqual([])
})

test('imports inside the repository name the file with its ending', () => {
  const without = files.flatMap((file) =>
    importsOf(file)
      .filter(({ target, isPackage }) => !isPackage && !/\.\w+(\?\w+)?$/.test(target))
      .map(({ target, line }) => `${file.path}:${line} ${target}`),
  )
  expect(without).toEqual([])
})
