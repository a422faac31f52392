import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '#tests/support/ask.ts'
import { dataPath } from './manifest.ts'
import { openScene, type Person, type Scene, type Thing } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
}, 180_000)
afterAll(() => scene.web.stop())

type Things = Record<keyof Scene['things'], Thing>
const pages: [Person, (things: Things) => string, string[]][] = [
  ['coordinator', () => '/office/candidates', ['candidates.read']],
  ['coordinator', (its) => `/office/candidates/${its['the person'].id}`, ['candidate.read']],
  ['mentor', () => '/mentor', ['caseload.read']],
  ['mentor', (its) => `/mentor/candidates/${its['the person'].id}`, ['candidate.read']],
  [
    'mentor',
    (its) => `/mentor/openings/${its['an opening for programmes'].id}/shortlist`,
    ['shortlist.read'],
  ],
  [
    'mentor',
    (its) => `/mentor/introductions/${its['an introduction asked for'].id}`,
    ['introduction.read', 'supervision.read'],
  ],
  [
    'employer',
    (its) => `/employer/introductions/${its['an introduction released'].id}`,
    ['profile.read'],
  ],
]

/** What was added to the trail by one request that was answered. */
async function leftBy(person: Person, question: Question): Promise<string[]> {
  const all = () =>
    scene.web.asSystem((tx) =>
      tx.execute<{ action: string }>(sql`select action from audit_entries order by at, id`),
    )
  const before = (await all()).length
  expect((await scene.ask(person, question)).status).toBe(200)
  return (await all())
    .slice(before)
    .map(({ action }) => action)
    .sort()
}

test.each(pages)(
  'to the %s, a page of names or words leaves one reading, whichever way it is asked for',
  async (person, pathOf, left) => {
    const path = pathOf(scene.things)
    for (const question of [
      { path },
      { path, method: 'HEAD' },
      { path: dataPath(path) },
      { path: dataPath(path), method: 'HEAD' },
    ] as const)
      expect([question, await leftBy(person, question)]).toEqual([question, left])
  },
)
