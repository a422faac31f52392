import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpportunityDocument } from './documents.ts'
import { hydrate } from './hydrate.ts'
import { within } from './outcodes.ts'
import { buildPlan } from './plan.ts'
import type { PlanInput } from './plan.ts'
import { InvalidPlan } from './port.ts'
import type { SearchPort } from './port.ts'
import { sampleDocument as sample, sampleId, sampleNumber } from './sample-documents.ts'

/** An engine to test, empty, and how to put it away. */
export interface EngineUnderTest {
  port: SearchPort
  close(): Promise<void>
}

/** What every engine must do (S1 to S22 of the README), as tests of a real one. */
export function describeSearchContract(
  name: string,
  makeEngine: () => Promise<EngineUnderTest>,
): void {
  describe(`search contract: ${name}`, () => {
    let engine: EngineUnderTest
    let port: SearchPort

    beforeAll(async () => {
      engine = await makeEngine()
      port = engine.port
      await port.upsert(CORPUS)
    })
    afterAll(() => engine.close())

    const ask = (input: PlanInput) => port.search(buildPlan(input))
    const find = async (text: string, more: PlanInput = {}) =>
      (await ask({ text, page: { limit: 50 }, ...more })).ids.map(sampleNumber)

    test('S1 case, accents, punctuation and Unicode form do not matter', async () => {
      for (const text of [
        'café manager',
        'CAFE MANAGER',
        'cafe\u0301 manager!',
        '¡Café, manager?',
      ]) {
        expect((await find(text))[0], text).toBe(1)
      }
    })

    test('S2 blank text lists everything, newest first', async () => {
      const all = CORPUS.toSorted(
        (a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1),
      ).map(({ id }) => sampleNumber(id))
      for (const text of ['', '   ', '?!']) {
        expect((await ask({ text, page: { limit: 50 } })).ids.map(sampleNumber)).toEqual(
          all.slice(0, 50),
        )
      }
    })

    test('S3 all terms come before some terms, and some terms fill the page', async () => {
      const found = await find('forestry harvester wetlands ')
      expect(found[0]).toBe(10)
      expect(found.slice(1).sort()).toEqual([11, 12, 13])
    })

    test('S4 the last term matches as a prefix from two letters', async () => {
      expect(await find('upho')).toEqual([14])
      expect(await find('up')).toContain(14)
      expect(await find('u')).not.toContain(14)
      expect(await find('upho ')).toEqual([])
    })

    test('S5 typos: none under 4 letters, one from 4, two from 8, none with digits', async () => {
      expect(await find('bxr ')).toEqual([])
      expect(await find('welxer ')).toEqual([20])
      expect(await find('wexxer ')).toEqual([])
      expect(await find('wedler ')).toEqual([20])
      expect(await find('plasxerers '), 'one typo').toEqual([21])
      expect(await find('plaxxerers '), 'two typos').toEqual([21])
      expect(await find('12346 ')).toEqual([])
      expect(await find('12345 ')).toEqual([22])
      expect(await find('b77cd ')).toEqual([])
      expect(await find('b77ce ')).toEqual([22])
    })

    test('S6 exact comes before prefix, prefix before typo', async () => {
      expect(await find('roofer')).toEqual([30, 31, 32])
    })

    test('S7 title, then skills, then sector, town and employer, then body', async () => {
      const found = await find('beekeeping ')
      expect(found).toHaveLength(6)
      expect(found.slice(0, 2)).toEqual([40, 41])
      expect(found.slice(2, 5).sort()).toEqual([42, 43, 44])
      expect(found[5]).toBe(45)
    })

    test('S8 synonyms work both ways, the typed form first', async () => {
      expect((await find('kp ')).slice(0, 2)).toEqual([50, 51])
      expect((await find('kitchen porter ')).slice(0, 2)).toEqual([51, 50])
    })

    test('S9 a quoted phrase is required, its words together', async () => {
      expect(await find('"night shift"')).toEqual([60])
      expect((await find('"night shift" security ')).sort()).toEqual([60])
    })

    test('S10 filters: every field must fit, any value of a field will do', async () => {
      const filters = { sector: ['care', 'retail'], hours: ['nights'] }
      expect((await find('', { filters })).sort()).toEqual([70, 72])
      expect(await find('', { filters: { remote: ['true'] } })).toEqual([82])
      const range = { publishedAt: { from: 1_700_000_070, to: 1_700_000_071 } }
      expect(await find('', { filters: range })).toEqual([71, 70])
    })

    test('S11 an unknown filter, sort or facet is an error', () => {
      expect(() => buildPlan({ filters: { salary: ['1'] } })).toThrow(InvalidPlan)
      expect(() => buildPlan({ sort: 'cheapest' })).toThrow(InvalidPlan)
      expect(() => buildPlan({ facets: ['employer'] })).toThrow(InvalidPlan)
    })

    test('S12 a radius takes exactly the outcodes within it, its own at least', async () => {
      for (const km of [0, 5, 30, 60]) {
        const near = { outcode: 'NR1', km }
        const inside = new Set(within('NR1', km)?.map(({ outcode }) => outcode))
        const wanted = CORPUS.filter((one) => one.outcodes.some((outcode) => inside.has(outcode)))
        const reply = await ask({ near, page: { limit: 50 } })
        expect(reply.total.n).toBe(wanted.length)
        expect(await find('locality ', { near })).toEqual(
          wanted
            .filter(({ title }) => title === 'Locality')
            .map(({ id }) => sampleNumber(id))
            .reverse(),
        )
      }
    })

    test('S12 nearest first goes ring by ring, with distances in miles', async () => {
      const near = { outcode: 'NR1', km: 300 }
      const reply = await ask({ text: 'locality ', near, sort: 'nearest' })
      expect(reply.ids.map(sampleNumber)).toEqual([80, 81, 83])
      expect(reply.distances?.[0]).toBe(0)
      expect(reply.distances?.[1]).toBeCloseTo(17.6, 0)
      const paged = await ask({
        ...{ text: 'locality ', near, sort: 'nearest' },
        page: { offset: 1, limit: 1 },
      })
      expect(paged.ids.map(sampleNumber)).toEqual([81])
      expect(paged.total.n).toBe(3)
    })

    test('S13 work without a site is not in a radius search, and the plan says so', async () => {
      const near = { outcode: 'NR1', km: 2000 }
      expect(await find('locality ', { near })).not.toContain(82)
      expect(await find('locality ')).toContain(82)
      expect(buildPlan({ near }).notes).toContain('only-places-with-a-site')
    })

    test('S13 within somebody’s reach is a site they can get to, or work from home', async () => {
      const reach = { outcode: 'NR1', km: 5 }
      expect((await find('locality ', { reach })).sort()).toEqual([80, 82])
      expect(await find('"locality" ', { reach, near: { outcode: 'NR30', km: 5 } })).toEqual([])
      const wide = { outcode: 'NR1', km: 60 }
      const near = { outcode: 'NR30', km: 5 }
      expect(await find('locality ', { reach: wide, near, sort: 'nearest' })).toEqual([81])
      expect(await find('', { reach, filters: { remote: ['true'] } })).toEqual([82])
    })

    test('S10 an age is a range like any other', async () => {
      const filters = { minAge: { to: 17 } }
      expect((await find('twin ', { filters })).sort()).toEqual([90, 91])
    })

    test('S14 equals are ordered by date, then id', async () => {
      expect(await find('twin ')).toEqual([92, 90, 91])
      expect(await find('twin ', { sort: 'closing' })).toEqual([90, 91, 92])
      expect(await find('twin ', { sort: 'newest' })).toEqual([92, 90, 91])
    })

    test('S15 pages are disjoint and add up to the whole', async () => {
      for (const text of ['', 'assistant manager ']) {
        const whole = (await ask({ text, page: { limit: 50 } })).ids
        const pages: string[] = []
        for (let offset = 0; offset < whole.length; offset += 7) {
          pages.push(...(await ask({ text, page: { offset, limit: 7 } })).ids)
        }
        expect(pages.slice(0, whole.length)).toEqual(whole)
      }
      const far = buildPlan({ page: { offset: 990, limit: 50 } })
      expect(far.page).toEqual({ offset: 990, limit: 10 })
      expect(far.notes).toContain('narrow-the-search')
      expect((await ask({ page: { offset: 5000 } })).ids).toEqual([])
    })

    test('S16 facet counts leave out the filter of their own field', async () => {
      for (const text of ['', 'shiftwork pattern ']) {
        const reply = await ask({
          text,
          filters: { sector: ['care'], publishedAt: { from: 1_700_000_070, to: 1_700_000_073 } },
          facets: ['sector', 'hours', 'remote'],
        })
        expect(reply.facets).toEqual({
          sector: { care: 2, retail: 1, build: 1 },
          hours: { nights: 1, 'full-time': 1, 'part-time': 1 },
          remote: { false: 2 },
        })
        expect(reply.total).toEqual({ n: 2, exact: true })
      }
    })

    test('S17 ten terms and two hundred characters, the rest cut and said so', async () => {
      const plan = buildPlan({ text: 'abcd '.repeat(60) + 'x'.repeat(300) })
      expect(plan.notes).toContain('text-cut')
      const words = Array.from({ length: 14 }, (_, at) => `word${at}`).join(' ')
      const many = buildPlan({ text: words })
      expect(many.terms).toHaveLength(10)
      expect(many.notes).toContain('terms-cut')
      await expect(port.search(many)).resolves.toBeDefined()
    })

    test('S18 hostile bytes give a result or a typed error', async () => {
      for (const text of HOSTILE) {
        await expect(ask({ text }), JSON.stringify(text)).resolves.toBeDefined()
        expect(() => buildPlan({ filters: { kind: [text] } })).toThrow(InvalidPlan)
      }
    })

    test('S19 a row withdrawn between answer and reading is never shown', async () => {
      const { ids } = await ask({ text: 'twin ' })
      const readable = ids.filter((id) => id !== sampleId(90)).map((id) => ({ id }))
      const rows = await hydrate(ids, () => Promise.resolve(readable.toReversed()))
      expect(rows.map(({ id }) => sampleNumber(id))).toEqual([92, 91])
    })

    test('S20 what was removed is gone as soon as the removal is acknowledged', async () => {
      await port.upsert([sample(900, { title: 'Fleeting' })])
      expect(await find('fleeting ')).toEqual([900])
      await port.remove([sampleId(900), sampleId(901)])
      expect(await find('fleeting ')).toEqual([])
    })

    test('S21 replayed and reordered upserts leave the newest version', async () => {
      const version = (n: number) => sample(910, { version: n, title: `Edition v${n}v` })
      for (const order of [[version(1)], [version(3), version(2)], [version(1)], [version(3)]]) {
        await port.upsert(order)
      }
      expect(await find('"edition v3v"')).toEqual([910])
      expect(await find('"edition v2v"')).toEqual([])
      await port.remove([sampleId(910)])
    })

    test('suggestions are ids of openings whose title holds every word', async () => {
      const ids = async (text: string) => (await port.suggest(buildPlan({ text }))).ids
      expect((await ids('beek')).map(sampleNumber)).toEqual([40])
      expect((await ids('trainee beek')).map(sampleNumber)).toEqual([])
      expect(await ids('')).toEqual([])
    })

    test('a rebuild leaves exactly what the source holds', async () => {
      await port.upsert([sample(920, { title: 'Leftover' }), sample(921, { title: 'Leftover' })])
      const { documents } = await port.rebuild({
        async *batches() {
          yield [...CORPUS, sample(921, { title: 'Leftover' })]
        },
        changedSince: () =>
          Promise.resolve({
            upserts: [sample(922, { title: 'Leftover' })],
            removals: [sampleId(921)],
          }),
      })
      expect(documents).toBe(CORPUS.length + 1)
      expect(await find('leftover ')).toEqual([922])
      const held: string[] = []
      for await (const batch of port.versions()) held.push(...batch.map(({ id }) => id))
      expect(held.sort()).toEqual([...CORPUS.map(({ id }) => id), sampleId(922)].sort())
      await port.remove([sampleId(922)])
      expect((await port.status()).documents).toBe(CORPUS.length)
    })
  })
}

const HOSTILE = [
  '\0',
  '\ud800',
  "'; drop table search_documents; --",
  '" OR 1=1',
  '"""',
  "\\' & | ! :* <->",
  '((((',
  '%%%___',
  '\u202e\u200b\ufeff',
  '🚧🧹',
  '中文 العربية हिन्दी',
  'x'.repeat(5000),
  '-driver -"kitchen porter"',
  'ﷺ'.repeat(200),
]

const CORPUS: OpportunityDocument[] = [
  sample(1, { title: 'Café Manager' }),
  sample(2, { title: 'Assistant Manager' }),
  sample(3, { title: 'Sales Assistant' }),
  sample(10, { title: 'Forestry harvester', body: 'Work in wetlands' }),
  sample(11, { title: 'Forestry' }),
  sample(12, { title: 'Harvester' }),
  sample(13, { title: 'Wetlands' }),
  sample(14, { title: 'Upholsterer' }),
  sample(15, { title: 'Bar work' }),
  sample(20, { title: 'Welder' }),
  sample(21, { title: 'Plasterers' }),
  sample(22, { title: 'Depot 12345 B77ce' }),
  sample(30, { title: 'Roofer' }),
  sample(31, { title: 'Roofers' }),
  sample(32, { title: 'Rooker' }),
  sample(40, { title: 'Beekeeping' }),
  sample(41, { skills: ['Beekeeping'] }),
  sample(42, { sectorLabel: 'Beekeeping' }),
  sample(43, { town: 'Beekeeping' }),
  sample(44, { employer: 'Beekeeping' }),
  sample(45, { body: 'Some beekeeping' }),
  sample(50, { title: 'KP' }),
  sample(51, { title: 'Kitchen Porter' }),
  sample(60, { title: 'Security, night shift' }),
  sample(61, { title: 'Shift at night' }),
  sample(62, { title: 'Night', skills: ['shift', 'security'] }),
  sample(70, { body: 'shiftwork pattern', sector: 'care', hours: ['nights', 'full-time'] }),
  sample(71, { body: 'shiftwork pattern', sector: 'care', hours: ['part-time'] }),
  sample(72, { body: 'shiftwork pattern', sector: 'retail', hours: ['nights'] }),
  sample(73, { body: 'shiftwork pattern', sector: 'build', hours: ['nights'] }),
  sample(80, { title: 'Locality', outcodes: ['NR1'] }),
  sample(81, { title: 'Locality', outcodes: ['NR30', 'EC1A'] }),
  sample(82, { title: 'Locality', outcodes: [], remote: true }),
  sample(83, { title: 'Locality', outcodes: ['EC1A'] }),
  sample(90, { title: 'Twin', publishedAt: 1_600_000_000, closesAt: 1_800_000_000 }),
  sample(91, { title: 'Twin', publishedAt: 1_600_000_000, closesAt: 1_800_000_001 }),
  sample(92, {
    title: 'Twin',
    publishedAt: 1_600_000_001,
    closesAt: 1_800_000_002,
    minAge: 18,
  }),
]
