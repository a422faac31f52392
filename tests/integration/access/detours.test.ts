import { afterAll, beforeAll, expect, test } from 'vitest'
import { eachOf, type Answer, type Question } from '#tests/support/ask.ts'
import { addressesOf, dataPath, type Address } from './manifest.ts'
import { openScene, people, type Person, type Scene } from './scene.ts'

let scene: Scene
let addresses: Address[]

beforeAll(async () => {
  scene = await openScene()
  addresses = addressesOf(scene.web.build.routes, scene.things).addresses
}, 180_000)
afterAll(() => scene.web.stop())

type Detour = (path: string, route: string) => Question
const to =
  (change: (path: string, route: string) => string): Detour =>
  (path, route) => ({ path: change(path, route) })

/** Other ways to write an address, or to ask for what is behind it. */
const detours: Record<string, Detour> = {
  'a slash at the end': to((path) => `${path}/`),
  capitals: to((path) => path.toUpperCase()),
  'two slashes before': to((path) => `/${path}`),
  'two slashes within': to((path) => path.replace(/(?<=\w)\/|$/, '//')),
  'a letter in per cent': to((path) =>
    path.replace(/\w/, (it) => `%${it.charCodeAt(0).toString(16)}`),
  ),
  'a dot in per cent': to((path) => `/%2e${path}`),
  'up again, in per cent': to((path) => `/privacy/%2e%2e${path}`),
  'up again by a slash in per cent': to((path) => `/privacy/..%2f${path.slice(1)}`),
  'slashes in per cent': to((path) => `/${path.slice(1).replaceAll('/', '%2f')}`),
  'a slash in per cent at the end': to((path) => `${path}%2f`),
  'a semicolon': to((path) => `${path};x=1`),
  'a semicolon within': to((path) => path.replace(/(?<=\w)(\/|$)/, ';x$1')),
  backslashes: to((path) => path.replaceAll('/', '\\')),
  'nothing in per cent': to((path) => `${path}%00`),
  'another host before it': to((path) => `http://elsewhere.test${path}`),
  'an index': to((path) => `${path}?index`),
  HEAD: (path) => ({ path, method: 'HEAD' }),
  'its data': to(dataPath),
  'its data, with a slash': to((path) => `${path}/.data`),
  'its data, and a slash': to((path) => `${path}.data/`),
  'its data, in capitals': to((path) => `${path}.DATA`),
  'its data, with the dot in per cent': to((path) => `${path}%2edata`),
  'its data, by HEAD': (path) => ({ path: dataPath(path), method: 'HEAD' }),
  'its data without its parent’s': to((path, route) => `${dataPath(path)}?${only(route)}`),
  'its data by another page': to((_, route) => `/privacy.data?${only(route)}`),
  'its data by the start page': to((_, route) => `/_root.data?${only(`root,${route}`)}`),
  'its data, as it was asked for once': to((path, route) => `${path}?_data=${encode(route)}`),
  'the same, in its data': to((path, route) => `${dataPath(path)}?_data=${encode(route)}`),
}
const encode = encodeURIComponent
const only = (routes: string) => `_routes=${encode(routes)}`

/** Everything that somebody may hear of by some door, but for what everybody may. */
const secrets = () =>
  Object.entries(scene.things)
    .filter(([name]) => name !== 'a live opening')
    .flatMap(([, { words }]) => words)

/** Nobody, and somebody signed in, neither of whom may come in there. */
function strangersTo({ access, seenBy }: Address): Person[] {
  const roleOf = (person: Person) => {
    const actor = scene.actors[person]
    return 'role' in actor ? actor.role : undefined
  }
  const mayNot = people.filter((person) => {
    const role = roleOf(person)
    const isAtDoor =
      access === 'anyone' ||
      (role !== undefined && (access === 'signed-in' || access?.some((one) => one === role)))
    return !isAtDoor || (seenBy !== null && !seenBy.includes(person))
  })
  // Of the right role if there is one, for whom the row alone is shut.
  const nearest = mayNot
    .filter((person) => person !== 'nobody')
    .sort((a, b) => closeness(b) - closeness(a))
  function closeness(person: Person) {
    return Number(Array.isArray(access) && access.some((role) => role === roleOf(person)))
  }
  return [...mayNot.filter((person) => person === 'nobody'), ...nearest.slice(0, 1)]
}

const isLetThrough = ({ status, body }: Answer, route: string) =>
  (status === 200 && (body.includes('<main') || body.includes(`"${route}"`))) ||
  secrets().some((word) => body.includes(word))

test('A2: by no spelling of its address does anybody come behind a door that is shut', async () => {
  const cases = addresses
    // One thing for each route: the others are behind the same door.
    .filter((one, i) => addresses.findLastIndex(({ route }) => route === one.route) === i)
    .flatMap((address) =>
      strangersTo(address).flatMap((person) =>
        Object.entries(detours).map(([name, detour]) => ({ address, person, name, detour })),
      ),
    )
  expect(new Set(cases.map(({ address }) => address.route)).size).toBeGreaterThan(45)
  const problems = await eachOf(cases, async ({ address, person, name, detour }) => {
    const question = detour(address.path, address.route)
    const answer = await scene.ask(person, question)
    const isFine =
      !isLetThrough(answer, address.route) &&
      answer.status < 500 &&
      !(answer.status === 200 && question.method === 'HEAD')
    return isFine ? null : `${person}, ${question.path} (${name}): ${answer.status}`
  })
  expect(problems.filter((problem) => problem !== null)).toEqual([])
}, 240_000)

test('some of those spellings do lead there, for somebody who may', async () => {
  const thing = scene.things['the person']
  const route = 'routes/mentor/candidate'
  const leads = await eachOf(Object.entries(detours), async ([name, detour]) => {
    const answer = await scene.ask('mentor', detour(`/mentor/candidates/${thing.id}`, route))
    return isLetThrough(answer, route) ? [name] : []
  })
  expect(leads.flat()).toEqual([
    'a slash at the end',
    'capitals',
    'a letter in per cent',
    'a dot in per cent',
    'up again, in per cent',
    'an index',
    'its data',
    'its data, with a slash',
    'its data without its parent’s',
  ])
})
