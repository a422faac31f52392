import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { mentorAssignments } from '#db/schema/candidates.ts'
import { eachOf } from '#tests/support/ask.ts'
import { createApp } from '../../../server.ts'
import { expected, formFor, happened, type Asking } from './expectation.ts'
import { fingerprint } from './fingerprint.ts'
import { addressesOf, dataPath, type Address, type Routes } from './manifest.ts'
import { openScene, people, type Person, type Scene } from './scene.ts'

let scene: Scene
let routes: Routes
let addresses: Address[]

beforeAll(async () => {
  scene = await openScene()
  routes = scene.web.build.routes
  addresses = addressesOf(routes, scene.things).addresses
}, 180_000)
afterAll(() => scene.web.stop())

interface Case {
  address: Address
  person: Person
  asking: Asking
}

const casesOf = (some: Address[], askings: Asking[]): Case[] =>
  some.flatMap((address) =>
    people.flatMap((person) => askings.map((asking) => ({ address, person, asking }))),
  )

const roleOf = (person: Person) => {
  const actor = scene.actors[person]
  return 'role' in actor ? actor.role : undefined
}
const outcomeOf = ({ address, person, asking }: Case) =>
  expected(address, person, roleOf(person), asking)
const isLetIn = (one: Case) => outcomeOf(one) === 'comes in'

const send = (one: Case, ask: Scene['ask']) => {
  const { address, person, asking } = one
  const path = asking.endsWith('data') ? dataPath(address.path) : address.path
  if (!asking.startsWith('POST')) return ask(person, { path })
  const form = formFor(scene, address, person)
  return ask(person, { path, method: 'POST', form })
}

/** Whose words somebody was given, of all that was asked so far. */
const readings = new Set<string>()

/** What is wrong with the answer to one question, in words; null when nothing is. */
async function problemOf(one: Case, ask: Scene['ask'] = scene.ask): Promise<string | null> {
  const { address, person, asking } = one
  const answer = await send(one, ask)
  const said = `${person}, ${asking} ${address.pattern || '/'} (${address.thing ?? 'no thing'})`
  const [wanted, found] = [outcomeOf(one), happened(answer)]
  if (found !== wanted) return `${said}: ${found}, and should have been: ${wanted}`
  const words = address.thing ? scene.things[address.thing].words : []
  const heard = words.filter((word) => answer.body.includes(word))
  if (wanted !== 'comes in' && heard.length > 0) return `${said}: hears ${heard.join(', ')}`
  for (const word of heard) readings.add(word)
  return null
}

const problemsOf = async (cases: Case[]) =>
  (await eachOf(cases, (one) => problemOf(one))).filter((problem) => problem !== null)

describe('A1: every route, every kind of person, reading and writing', () => {
  test('every route says who may come in, and the test knows what to put into each address', () => {
    expect(addressesOf(routes, scene.things).problems).toEqual([])
    const asked = new Set(addresses.map(({ route }) => route))
    expect([...asked].sort()).toEqual(
      Object.keys(routes)
        .filter((id) => id !== 'root')
        .sort(),
    )
  })

  test('reading a page or its data, everybody gets what the door and the row say', async () => {
    expect(await problemsOf(casesOf(addresses, ['GET', 'GET data']))).toEqual([])
    // Each of the words that were not heard above was heard by somebody who may.
    const words = Object.values(scene.things).flatMap((thing) => thing.words)
    expect([...readings].sort()).toEqual([...new Set(words)].sort())
  }, 240_000)

  test('a form sent by somebody who may not is refused, and changes nothing at all', async () => {
    const refused = casesOf(addresses, ['POST', 'POST data']).filter((one) => !isLetIn(one))
    const before = await fingerprint(scene.web.database)
    expect(await problemsOf(refused)).toEqual([])
    expect(await fingerprint(scene.web.database)).toEqual(before)
  }, 240_000)

  test('a form sent by somebody who may reaches the command', async () => {
    const problems: string[] = []
    // One after the other: they change what the next one finds, but never who may come in.
    for (const one of casesOf(addresses, ['POST', 'POST data']).filter(isLetIn)) {
      const problem = await problemOf(one, scene.askOnce)
      if (problem) problems.push(problem)
    }
    expect(problems).toEqual([])
  }, 240_000)
})

describe('A1 fails when it should', () => {
  const id = 'routes/mentor/introduction'
  const changed = (module: object, rest: object = {}): Routes => ({
    ...routes,
    [id]: { ...routes[id]!, ...rest, module: { ...routes[id]!.module, ...module } },
  })

  test('when a route does not say who may come in, and then the server does not start either', () => {
    const without = changed({ handle: undefined })
    expect(addressesOf(without, scene.things).problems).toEqual([
      `${id} does not say who may come in.`,
    ])
    const { build, services } = scene.web
    const start = (given: Routes) => createApp({ services, build: { ...build, routes: given } })
    expect(() => start(without)).toThrow(`The route ${id} does not say who may come in.`)
    expect(() => start(changed({ handle: {} }))).toThrow('does not say who may come in')
    expect(() => start(routes)).not.toThrow()
  })

  test('when a new route is about something it has nothing for', () => {
    const { problems } = addressesOf(changed({}, { path: 'employer/sites/:id' }), scene.things)
    expect(problems).toEqual([
      `${id} is about "employer/sites/:id", and the test has nothing to put there. ` +
        'Add a thing to scene.ts and say in who-may-see.ts who may see it.',
    ])
  })

  const here = ({ route, thing }: Address) => route === id && thing === 'an introduction asked for'

  test('when a door is not where the route says', async () => {
    const wide = addressesOf(changed({ handle: { access: 'anyone' } }), scene.things).addresses
    expect(await problemsOf(casesOf(wide.filter(here), ['GET']))).toEqual([
      'nobody, GET mentor/introductions/:id (an introduction asked for): ' +
        'is sent to sign in, and should have been: finds nothing',
    ])
  })

  test('when somebody sees what they may not, or does not see what they may', async () => {
    const asked = addresses.filter(here)
    const stranger = asked.map((address) => ({ ...address, seenBy: ['other mentor'] as Person[] }))
    const problems = await problemsOf(casesOf(stranger, ['GET data']))
    expect(problems.map((problem) => problem.split(',')[0])).toEqual([
      'mentor',
      'safeguarding lead',
      'other mentor',
    ])
  })

  test('when a form that is refused has changed something', async () => {
    const before = await fingerprint(scene.web.database)
    await scene.web.asSystem((tx) =>
      tx.update(users).set({ name: 'Somebody Else' }).where(eq(users.name, 'Other Candidate')),
    )
    expect(await fingerprint(scene.web.database)).not.toEqual(before)
  })
})

describe('A19: what is taken away is gone on the next request', () => {
  const statusOf = async (person: Person, path: string) => {
    const { status, location } = await scene.ask(person, { path })
    return location.startsWith('/sign-in') ? 'sign in' : status
  }

  test('a mentor whose assignment ends finds nothing of the person any more, nor can do anything', async () => {
    const { actors, things, web, textHash } = scene
    const own = [
      `/mentor/candidates/${things['the person'].id}`,
      `/mentor/introductions/${things['an introduction asked for'].id}`,
      `/mentor/introductions/${things['an introduction released'].id}`,
    ]
    for (const path of own) expect(await statusOf('mentor', path)).toBe(200)
    await web.asSystem((tx) =>
      tx
        .update(mentorAssignments)
        .set({ endsAt: sql`now()` })
        .where(eq(mentorAssignments.mentorUserId, actors.mentor.userId ?? '')),
    )
    for (const path of own) expect(await statusOf('mentor', path)).toBe(404)
    const home = await scene.ask('mentor', { path: '/mentor' })
    expect(home.body).not.toContain('Quillfeather')
    const before = await fingerprint(web.database)
    const approval = { path: `${own[1]}/approve`, method: 'POST' as const, form: { textHash } }
    expect((await scene.ask('mentor', approval)).status).toBe(404)
    expect(await fingerprint(web.database)).toEqual(before)
  })

  test.each([
    ['employer', '/employer'],
    ['board', '/board'],
    ['coordinator', '/office'],
  ] as const)('a role that ends, of %s, ends the session with it', async (person, home) => {
    expect(await statusOf(person, home)).toBe(200)
    await scene.web.asSystem((tx) =>
      tx
        .update(roleGrants)
        .set({ endedAt: scene.clock.now() })
        .where(eq(roleGrants.userId, scene.actors[person].userId ?? '')),
    )
    expect(await statusOf(person, home)).toBe('sign in')
  })

  test('an account that is closed is signed out', async () => {
    expect(await statusOf('candidate', '/me')).toBe(200)
    await scene.web.asSystem((tx) =>
      tx
        .update(users)
        .set({ disabledAt: scene.clock.now() })
        .where(eq(users.id, scene.actors.candidate.userId ?? '')),
    )
    expect(await statusOf('candidate', '/me')).toBe('sign in')
  })
})
