import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browseOpenings } from '#app/features/opportunities/browse.server.ts'
import { readFilters } from '#app/features/opportunities/read-filters.ts'
import { openingById } from '#app/features/opportunities/queries.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { sqlOf } from '#db/client.server.ts'
import { makeEmployer, makeOpportunity } from '#db/factories/index.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { openDatabase, employerActor, person } from './support.ts'

let database: Awaited<ReturnType<typeof openDatabase>>
let draftId: string
let draftOwner: Actor
let pastId: string

beforeAll(async () => {
  database = await openDatabase()
  await database.asSystem(async ({ db }) => {
    const bakery = await makeEmployer(db)
    const of = (overrides: Parameters<typeof makeOpportunity>[1]) =>
      makeOpportunity(db, { employerId: bakery.id, ...overrides })
    await of({ title: 'Baker' })
    await of({ title: 'Till worker', sector: 'retail', hours: ['weekends'], outcodes: ['NR31'] })
    await of({ title: 'CSCS course', kind: 'training', sector: 'construction', outcodes: ['IP24'] })
    await of({ title: 'Money for tools 100%', kind: 'bursary', summary: 'A grant.', outcodes: [] })
    await of({ title: 'Hidden helper', audience: 'programme' })
    pastId = (await of({ title: 'Past', closesOn: '2026-11-21' })).id
    await of({ title: 'Closes today', closesOn: '2026-11-22', sector: 'office' })
    draftOwner = employerActor(bakery.id)
    draftId = (await of({ title: 'Draft', state: 'draft', publishedAt: null })).id
    const stopped = await makeEmployer(db)
    await makeOpportunity(db, { employerId: stopped.id, title: 'Suspended' })
    await db.update(employers).set({ suspendedAt: new Date() }).where(eq(employers.id, stopped.id))
  })
  await database.index()
})
afterAll(() => database.close())

const browse = (query: string, who: Actor = database.nobody) =>
  database.as(who, (ctx) =>
    browseOpenings(ctx, readFilters(new URLSearchParams(query)), postgresSearch(sqlOf(ctx.db))),
  )
const titles = async (query: string, who?: Actor) =>
  (await browse(query, who)).openings.map(({ title }) => title).sort()

test('anyone finds what is live, in date and of an employer in good standing', async () => {
  const expected = ['Baker', 'CSCS course', 'Closes today', 'Money for tools 100%', 'Till worker']
  expect(await titles('')).toEqual(expected)
  expect((await browse('')).total).toEqual({ n: 5, isMore: false })
})

test('people in a programme and mentors also find what is only for them', async () => {
  expect(await titles('', person('candidate'))).toContain('Hidden helper')
  expect(await titles('', person('mentor'))).toContain('Hidden helper')
})

test('an employer browsing, and the office, find no draft and nothing past its day', async () => {
  for (const who of [draftOwner, person('coordinator')]) {
    const found = await titles('', who)
    expect(found).not.toContain('Draft')
    expect(found).not.toContain('Past')
    expect(found).not.toContain('Suspended')
  }
})

test('filters join with and, values of one filter with or', async () => {
  expect(await titles('kind=training&kind=bursary')).toEqual([
    'CSCS course',
    'Money for tools 100%',
  ])
  expect(await titles('kind=training&sector=construction')).toEqual(['CSCS course'])
  expect(await titles('kind=training&sector=retail')).toEqual([])
  expect(await titles('hours=weekends')).toEqual(['Till worker'])
})

test('words are all looked for, and a % is only a %', async () => {
  expect(await titles('q=BAKER')).toContain('Baker')
  expect(await titles('q=100%25')).toEqual(['Money for tools 100%'])
})

test('a radius takes the outcodes within it, nearest first, with the distance', async () => {
  const near = await browse('outcode=nr1+3ab&miles=2')
  expect(new Set(near.openings.map(({ where }) => where))).toEqual(
    new Set(['Norwich (less than 2 miles away)']),
  )
  const far = (await browse('outcode=NR1&miles=50')).openings
  const miles = far.map(({ where }) => Number(/about (\d+) miles/.exec(where)?.[1] ?? 0))
  expect(Math.max(...miles)).toBeGreaterThan(15)
  expect(miles).toEqual([...miles].sort((a, b) => a - b))
  expect(far.map(({ title }) => title)).toContain('Till worker')
  expect(far.map(({ title }) => title)).not.toContain('Money for tools 100%')
})

test('an opening with several sites is found and named by its nearest one, and lists them all', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, {
      employerId: draftOwner.employerId ?? '',
      title: 'Groundworker',
      outcodes: ['NR1', 'CA1'],
      town: 'Norwich',
    }),
  )
  const [found] = (await browse('outcode=CA1&miles=2')).openings
  expect(found).toMatchObject({ id, where: 'Carlisle (less than 2 miles away)' })
  const page = await database.as(database.nobody, (ctx) => openingById(ctx, id))
  expect(page.where).toBe('Norwich (NR1), Carlisle (CA1)')
  await database.asSystem(({ db }) => db.delete(opportunities).where(eq(opportunities.id, id)))
})

test('an unknown outcode finds nothing and says so, rather than widening', async () => {
  const result = await browse('outcode=ZZ99&kind=job')
  expect(result).toMatchObject({ isOutcodeUnknown: true, openings: [], relax: null })
})

test('when nothing fits, the one filter to take away is named with what it brings', async () => {
  const { relax, total } = await browse('kind=training&sector=retail&q=till')
  expect(total.n).toBe(0)
  expect(relax).toEqual({ filter: 'kind', n: 1, isMore: false })
})

test('hostile text in the address gives an answer, never an error', async () => {
  for (const text of ["'; drop table x; --", '\0', '\\', '%_%', '🙂'.repeat(300), '(((']) {
    const query = new URLSearchParams({ q: text, outcode: text, kind: text, page: text })
    await expect(browse(query.toString())).resolves.toBeDefined()
    query.delete('outcode')
    await expect(browse(query.toString())).resolves.toBeDefined()
  }
})

test('a draft or a past opening is not there for strangers, but its employer may preview it', async () => {
  for (const id of [draftId, pastId, 'not-an-id'])
    await expect(
      database.as(database.nobody, (ctx) => openingById(ctx, id)),
    ).rejects.toBeInstanceOf(NotFound)
  const preview = await database.as(draftOwner, (ctx) => openingById(ctx, draftId))
  expect(preview).toMatchObject({ isOwn: true, openness: 'not_live' })
})
