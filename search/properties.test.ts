import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EngineUnderTest } from './contract.ts'
import type { OpportunityDocument } from './documents.ts'
import { within } from './outcodes.ts'
import { buildPlan } from './plan.ts'
import type { PlanInput } from './plan.ts'
import { InvalidPlan } from './port.ts'
import { sampleDocument, sampleId } from './sample-documents.ts'
import { meiliIsHere, startTestMeilisearch } from './test-meilisearch.ts'
import { startTestPostgres } from './test-postgres.ts'

const TITLES = [
  ...['Forklift driver', 'Kitchen porter', 'Warehouse operative', 'Bricklayer', 'Site labourer'],
  ...['Domestic cleaner', 'Gardener', 'Vehicle technician', 'Care assistant', 'Welder fabricator'],
]
const KINDS = ['job', 'apprenticeship', 'training']
const SECTORS = ['build', 'care', 'food']
const PLACES = ['NR1', 'NR30', 'IP1', 'EC1A', 'M1']

const CORPUS: OpportunityDocument[] = Array.from({ length: 120 }, (_, n) =>
  sampleDocument(n, {
    title: TITLES[n % 10] ?? '',
    kind: KINDS[n % 3] ?? '',
    sector: SECTORS[(n >> 2) % 3] ?? '',
    hours: n % 4 === 0 ? ['nights', 'weekends'] : ['full-time'],
    outcodes: n % 7 === 0 ? [] : [PLACES[n % 5] ?? '', PLACES[(n >> 3) % 5] ?? ''],
    body: TITLES[(n * 7) % 10] ?? '',
  }),
)
const byId = new Map(CORPUS.map((document) => [document.id, document]))

const text = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...TITLES),
  fc.constantFrom('driver nights', 'assistant', '"kitchen porter"', 'kp', 'labourer wel'),
)
const near = fc.record({
  outcode: fc.constantFrom(...PLACES),
  km: fc.integer({ min: 0, max: 200 }),
})
const base: fc.Arbitrary<PlanInput> = fc.record(
  { text, near, sort: fc.constantFrom('relevance', 'newest', 'closing') },
  { requiredKeys: ['text'] },
)

describeProperties('Postgres', startTestPostgres, 60)
if (meiliIsHere()) describeProperties('Meilisearch', startTestMeilisearch, 25)
else test.skip('MEILISEARCH WAS NOT TESTED: no program found', () => undefined)

function describeProperties(
  name: string,
  makeEngine: () => Promise<EngineUnderTest>,
  numRuns: number,
) {
  describe(`search properties: ${name}`, () => {
    let engine: EngineUnderTest
    beforeAll(async () => {
      engine = await makeEngine()
      await engine.port.upsert(CORPUS)
    })
    afterAll(() => engine.close())
    const ask = (input: PlanInput) => engine.port.search(buildPlan(input))

    test('a filter never adds results, and the parts add up to the whole', () =>
      fc.assert(
        fc.asyncProperty(base, async (input) => {
          const whole = (await ask(input)).total.n
          const parts = await Promise.all(
            KINDS.map((kind) => ask({ ...input, filters: { kind: [kind] } })),
          )
          for (const part of parts) expect(part.total.n).toBeLessThanOrEqual(whole)
          expect(parts.reduce((sum, { total }) => sum + total.n, 0)).toBe(whole)
        }),
        { numRuns },
      ))

    test('every hit satisfies every filter and the radius', () =>
      fc.assert(
        fc.asyncProperty(base, fc.subarray(SECTORS, { minLength: 1 }), async (input, sector) => {
          const filters = { sector, hours: ['nights'] }
          const { ids } = await ask({ ...input, filters, page: { limit: 50 } })
          const inside = input.near && within(input.near.outcode, input.near.km)
          for (const id of ids) {
            const hit = byId.get(id)
            expect(sector).toContain(hit?.sector)
            expect(hit?.hours).toContain('nights')
            if (inside) {
              expect(inside.some(({ outcode }) => hit?.outcodes.includes(outcode))).toBe(true)
            }
          }
        }),
        { numRuns },
      ))

    test('pages add up to one big page, and to the total', () =>
      fc.assert(
        fc.asyncProperty(base, fc.integer({ min: 5, max: 50 }), async (input, limit) => {
          const { total } = await ask(input)
          const pages: string[] = []
          for (let offset = 0; offset < total.n; offset += limit) {
            pages.push(...(await ask({ ...input, page: { offset, limit } })).ids)
          }
          expect(new Set(pages).size).toBe(pages.length)
          expect(pages.length).toBe(total.n)
          expect(pages.slice(0, 50)).toEqual((await ask({ ...input, page: { limit: 50 } })).ids)
        }),
        { numRuns: Math.ceil(numRuns / 2) },
      ))

    test('one slip after the first letter of a long title word still finds it', () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(
            ...TITLES.flatMap((title) => title.toLowerCase().split(' ')).filter(
              (word) => word.length >= 5,
            ),
          ),
          fc.constantFrom('lose', 'change', 'add', 'swap'),
          fc.integer({ min: 0, max: 1000 }),
          fc.constantFrom(...'aeiklmnrst'),
          async (word, slip, where, letter) => {
            const wrong = misspell(word, slip, where, letter)
            const { ids } = await ask({ text: `${wrong} `, page: { limit: 50 } })
            const hits = ids.map((id) => byId.get(id)?.title.toLowerCase() ?? '')
            expect(
              hits.some((title) => title.includes(word)),
              wrong,
            ).toBe(true)
          },
        ),
        { numRuns: numRuns * 2 },
      ))

    test('any text and any filter value give a result or a typed error', () =>
      fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ unit: 'binary' }),
          async (anything, value) => {
            try {
              const reply = await ask({ text: anything, filters: { kind: [value] } })
              expect(reply.total.n).toBeGreaterThanOrEqual(0)
            } catch (error) {
              expect(error).toBeInstanceOf(InvalidPlan)
            }
            await ask({ text: anything })
          },
        ),
        { numRuns: numRuns * 2 },
      ))

    test('versioned upserts converge in any order', () =>
      fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1000, max: 9_999_999 }),
          fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
          async (n, order) => {
            for (const version of order) {
              await engine.port.upsert([sampleDocument(n, { version, title: `Zz${version}zz` })])
            }
            expect((await ask({ text: 'zz4zz ' })).ids).toEqual([sampleId(n)])
            expect((await ask({ text: 'zz3zz zz2zz zz1zz ' })).ids).toEqual([])
            await engine.port.remove([sampleId(n)])
          },
        ),
        { numRuns: name === 'Postgres' ? numRuns : 2 },
      ))
  })
}

function misspell(word: string, slip: string, where: number, letter: string): string {
  const letters = [...word]
  const at = 1 + (where % (letters.length - 1))
  if (slip === 'lose') return letters.toSpliced(at, 1).join('')
  if (slip === 'change') return letters.toSpliced(at, 1, letter).join('')
  if (slip === 'add') return letters.toSpliced(at, 0, letter).join('')
  const first = Math.min(at, letters.length - 2)
  const pair = [letters[first + 1] ?? '', letters[first] ?? '']
  return (first === 0 ? letters : letters.toSpliced(first, 2, ...pair)).join('')
}
