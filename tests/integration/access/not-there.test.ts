import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eachOf, type Answer } from '#tests/support/ask.ts'
import { formFor } from './expectation.ts'
import { addressesOf, dataPath, type Address } from './manifest.ts'
import { openScene, people, type Person, type Scene } from './scene.ts'

let scene: Scene
let hidden: { address: Address; person: Person; id: string }[]

beforeAll(async () => {
  scene = await openScene()
  const { addresses } = addressesOf(scene.web.build.routes, scene.things)
  hidden = addresses.flatMap((address) => {
    const { thing, seenBy } = address
    if (thing === null || seenBy === null) return []
    return people
      .filter((person) => comesThroughDoor(address, person) && !seenBy.includes(person))
      .map((person) => ({ address, person, id: scene.things[thing].id }))
  })
}, 180_000)
afterAll(() => scene.web.stop())

function comesThroughDoor({ access }: Address, person: Person): boolean {
  if (access === 'anyone') return true
  const actor = scene.actors[person]
  return 'role' in actor && access !== 'signed-in' && !!access?.some((role) => role === actor.role)
}

/** All of an answer but what is new in every one: the nonce, the reference, and the id asked for. */
function essence({ status, headers, body }: Answer, id: string) {
  const { date: _date, etag: _etag, 'content-security-policy': policy = '', ...rest } = headers
  return {
    status,
    headers: { ...rest, policy: String(policy).replace(/'nonce-[^']+'/, "'nonce'") },
    body: body
      .replaceAll(/nonce="[^"]*"/g, 'nonce')
      .replaceAll(/[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/g, 'reference')
      .replaceAll(id, 'id'),
  }
}

type Sent = (path: string, one: (typeof hidden)[number]) => Parameters<Scene['ask']>[1]

const asked: [string, Sent][] = [
  ['a page', (path) => ({ path })],
  ['its data', (path) => ({ path: dataPath(path) })],
  [
    'a form',
    (path, { address, person }) => ({
      path,
      method: 'POST',
      form: formFor(scene, address, person),
    }),
  ],
  [
    'the data of a form',
    (path, { address, person }) => ({
      path: dataPath(path),
      method: 'POST',
      form: formFor(scene, address, person),
    }),
  ],
  ['an empty form', (path) => ({ path, method: 'POST' })],
  ['a form that is no form of ours', (path) => ({ path, method: 'POST', form: { is: 'not' } })],
]

test.each(asked)(
  'I9: asked for %s, a thing somebody may not see is answered as one that never was',
  async (_, question) => {
    expect(hidden.length).toBeGreaterThan(100)
    const problems = await eachOf(hidden, async (one) => {
      const { address, person, id } = one
      const never = uuidv7()
      const answers = [
        essence(await scene.ask(person, question(address.path, one)), id),
        essence(await scene.ask(person, question(address.path.replace(id, never), one)), never),
      ]
      const [there, nowhere] = answers.map((answer) => JSON.stringify(answer))
      return there === nowhere
        ? null
        : `${person}, ${address.pattern} (${address.thing}): ${there} and not ${nowhere}`
    })
    expect(problems.filter((problem) => problem !== null)).toEqual([])
  },
  240_000,
)

test('what cannot be the id of anything is not found, and nothing goes wrong over it', async () => {
  const odd = ['x', '0', '%27', '%00', '..%2f', 'null', uuidv7().slice(1), `${uuidv7()}0`]
  const oneOfEach = [...new Map(hidden.map((one) => [one.address.route, one])).values()]
  const problems = await eachOf(
    oneOfEach.flatMap((one) =>
      odd.map((id) => ({ one, path: one.address.path.replace(one.id, id) })),
    ),
    async ({ one, path }) => {
      const { status } = await scene.ask(one.person, { path: dataPath(path) })
      return [400, 404].includes(status) ? null : `${one.person}, ${path}: ${status}`
    },
  )
  expect(problems.filter((problem) => problem !== null)).toEqual([])
}, 240_000)
