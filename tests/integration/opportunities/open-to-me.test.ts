import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browseOpenings } from '#app/features/opportunities/browse.server.ts'
import { readFilters } from '#app/features/opportunities/read-filters.ts'
import type { Actor } from '#app/platform/context.ts'
import { sqlOf } from '#db/client.server.ts'
import {
  makeCandidate,
  makeEmployer,
  makeGrant,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { candidateWishes } from '#db/schema/candidates.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { openDatabase, person } from './support.ts'

let database: Awaited<ReturnType<typeof openDatabase>>
let candidate: Actor

beforeAll(async () => {
  database = await openDatabase()
  await database.asSystem(async ({ db }) => {
    const works = await makeEmployer(db)
    const of = (title: string, overrides: Partial<Parameters<typeof makeOpportunity>[1]>) =>
      makeOpportunity(db, {
        employerId: works.id,
        title,
        kind: 'job',
        outcodes: ['NR1'],
        ...overrides,
      })
    await of('Welder near', {})
    await of('Welder from home', { outcodes: [], isRemote: true })
    // Newer than the ones above, and still after them.
    await of('Welder far', { outcodes: ['EC1A'] })
    await of('Welder course', { kind: 'training' })
    await of('Welder of age', { minAge: 18 })
    const user = await makeUser(db)
    await makeGrant(db, { userId: user.id, role: 'candidate' })
    const made = await makeCandidate(db, { userId: user.id, dateOfBirth: '2009-11-01' })
    await db
      .update(candidateWishes)
      .set({ kinds: ['job'], outcode: 'NR1', reachMiles: 10 })
      .where(eq(candidateWishes.candidateId, made.id))
    candidate = { ...person('candidate'), userId: user.id }
  })
  await database.index()
})
afterAll(() => database.close())

const browse = (query: string, who: Actor) =>
  database.as(who, (ctx) =>
    browseOpenings(ctx, readFilters(new URLSearchParams(query)), postgresSearch(sqlOf(ctx.db))),
  )
const OPEN = ['Welder from home', 'Welder near']

test('what is open to a candidate comes first, and everything else says what is missing', async () => {
  const { openings, total } = await browse('', candidate)
  expect(total.n).toBe(5)
  expect(
    openings
      .slice(0, 2)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(OPEN)
  for (const { fit } of openings.slice(0, 2)) expect(fit?.isOpen).toBe(true)
  const rest = Object.fromEntries(openings.slice(2).map(({ title, fit }) => [title, fit?.reasons]))
  expect(rest['Welder of age']).toEqual(['It is for people aged 18 or over'])
  expect(rest['Welder course']).toEqual(['You did not ask for training'])
  expect(rest['Welder far']?.[0]).toMatch(/^It is about \d+ miles away; you can travel 10 miles$/)
})

test.each(['open=me', 'open=me&q=welder'])(
  '%s finds what is open to them and nothing else',
  async (query) => {
    const { openings, total } = await browse(query, candidate)
    expect(openings.map(({ title }) => title).sort()).toEqual(OPEN)
    expect(total.n).toBe(2)
  },
)

test('of what is open, that at other hours than asked for comes last, and still is open', async () => {
  const wish = (hours: string[]) =>
    database.asSystem(({ db }) =>
      db.update(candidateWishes).set({ hours }).where(eq(candidateWishes.outcode, 'NR1')),
    )
  const near = (titles: string[]) => titles.filter((title) => OPEN.includes(title))
  const before = await browse('open=me', candidate)
  const [last = '', first = ''] = near(before.openings.map(({ title }) => title))
  await database.asSystem(({ db }) =>
    db
      .update(opportunities)
      .set({ hours: ['nights'] })
      .where(eq(opportunities.title, last)),
  )
  await wish(['part_time'])
  await database.asSystem(({ db }) =>
    db
      .update(opportunities)
      .set({ hours: ['part_time'] })
      .where(eq(opportunities.title, first)),
  )
  const { openings } = await browse('', candidate)
  expect(openings.slice(0, 2).map(({ title }) => title)).toEqual([first, last])
  expect(openings[1]?.fit).toMatchObject({ isOpen: true })
  expect(openings[1]?.fit?.reasons).toContain('But the hours are not those you asked for')
  await wish([])
})

test('when nothing is open, taking that filter away is offered', async () => {
  const { relax } = await browse('open=me&kind=training', candidate)
  expect(relax).toEqual({ filter: 'kind', n: 2, isMore: false })
  expect((await browse('open=me&q=course', candidate)).relax?.filter).toBe('words')
})

test('to nobody in particular nothing is open or not, whatever the address asks', async () => {
  const { openings, seeker } = await browse('open=me', database.nobody)
  expect(openings).toHaveLength(5)
  expect(openings.every(({ fit }) => fit === null)).toBe(true)
  expect(seeker).toBeNull()
})
