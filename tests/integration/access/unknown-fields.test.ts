import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { openScene, type Person, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
}, 180_000)
afterAll(() => scene.web.stop())

/** Forms that are a button and nothing else, and the office's review; by whom, about what. */
const buttons: [Person, (things: Scene['things']) => string][] = [
  ['candidate', (things) => `/openings/${things['a live opening'].id}/interest`],
  ['candidate', (things) => `/me/introductions/${things['an introduction released'].id}/withdraw`],
  ['candidate', (things) => `/me/introductions/${things['an introduction released'].id}/accept`],
  [
    'candidate',
    (things) => `/me/introductions/${things['an introduction released'].id}/decline-offer`,
  ],
  ['mentor', (things) => `/mentor/introductions/${things['an introduction released'].id}/revoke`],
  [
    'mentor',
    (things) => `/mentor/introductions/${things['an introduction released'].id}/confirm-start`,
  ],
  ['employer', (things) => `/employer/introductions/${things['an introduction released'].id}/meet`],
  [
    'employer',
    (things) => `/employer/introductions/${things['an introduction released'].id}/offer`,
  ],
  ['employer', (things) => `/employer/openings/${things['a draft'].id}/check`],
  ['coordinator', (things) => `/office/review/${things['a draft'].id}`],
  ['candidate', () => '/sign-out'],
]

/** Everything but the audit trail: the page is read again, and that is written down. */
async function changeable() {
  const { audit_entries: _, ...rest } = await fingerprint(scene.web.database)
  return rest
}

test('a field that a form does not have is refused, and changes nothing', async () => {
  for (const [person, pathOf] of buttons) {
    const path = pathOf(scene.things)
    const before = await changeable()
    const forms: Record<string, string>[] = [
      { isAdmin: 'true' },
      { decision: 'approve', role: 'system' },
    ]
    for (const form of forms) {
      const { status } = await scene.ask(person, { path, method: 'POST', form })
      // 302: the page of the button is not there, or not now, and leads on to where it stands.
      expect([path, status]).toEqual([path, status === 302 ? 302 : 422])
    }
    expect(await changeable()).toEqual(before)
  }
})
