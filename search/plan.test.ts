import { describe, expect, test } from 'vitest'
import { buildPlan } from './plan.ts'
import type { PlanInput } from './plan.ts'
import { InvalidPlan } from './port.ts'
import { typosBetween } from './typos.ts'

const terms = (text: string) => buildPlan({ text }).terms.map((term) => term.text)

describe('a plan', () => {
  test('splits and normalises the text', () => {
    expect(terms('  Chef-de-Partie, CAFÉ! ')).toEqual(['chef', 'de', 'partie', 'cafe'])
    expect(terms("driver's mate")).toEqual(['drivers', 'mate'])
    expect(terms('driver driver')).toEqual(['driver'])
  })

  test('leaves out empty words unless there is nothing else', () => {
    expect(terms('labourer in Norwich')).toEqual(['labourer', 'norwich'])
    expect(terms('to the')).toEqual(['to', 'the'])
  })

  test('gives typos by length, and none to digits', () => {
    const budgets = buildPlan({ text: 'bar cook welders plasterer b12345678' }).terms
    expect(budgets.map(({ maxTypos }) => maxTypos)).toEqual([0, 1, 1, 2, 0])
  })

  test('takes the last word as a beginning while it is being typed', () => {
    const prefixes = (text: string) => buildPlan({ text }).terms.map(({ prefix }) => prefix)
    expect(prefixes('fork lif')).toEqual([false, true])
    expect(prefixes('fork lift ')).toEqual([false, false])
    expect(prefixes('fork l')).toEqual([false, false])
    expect(prefixes('labourer in')).toEqual([false])
  })

  test('knows synonyms of one word and of several', () => {
    const [kp] = buildPlan({ text: 'kp' }).terms
    expect(kp?.synonyms).toContain('kitchen porter')
    const porter = buildPlan({ text: 'night kitchen porter' }).terms
    expect(porter.map(({ synonyms }) => synonyms.includes('kp'))).toEqual([false, true, true])
  })

  test('keeps quoted phrases apart, curly quotes too, and says when one is not closed', () => {
    expect(buildPlan({ text: '“night shift” guard' })).toMatchObject({
      ...{ phrases: ['night shift'], notes: [] },
      terms: [{ text: 'guard' }],
    })
    const open = buildPlan({ text: 'guard "night shift' })
    expect(open.phrases).toEqual([])
    expect(open.notes).toContain('phrase-unclosed')
  })

  test('says where the results end', () => {
    expect(buildPlan({ page: { offset: 980, limit: 20 } }).notes).toContain('narrow-the-search')
    expect(buildPlan({ page: { offset: 960, limit: 20 } }).notes).toEqual([])
  })

  test('refuses what it does not know', () => {
    const wrong: PlanInput[] = [
      { filters: { kind: ['a b'] } },
      { filters: { kind: [] } },
      { filters: { remote: ['yes'] } },
      { filters: { closesAt: ['1'] } },
      { filters: { closesAt: { from: 1.5 } } },
      { filters: { kind: { from: 1 } } },
      { filters: { __proto__x: ['1'] } },
      { sort: 'nearest' },
      { near: { outcode: 'ZZ9', km: 5 } },
      { near: { outcode: 'NR1', km: Number.NaN } },
      { page: { offset: -1 } },
      { page: { limit: 51 } },
      { facets: ['audience'] },
    ]
    for (const input of wrong) {
      expect(() => buildPlan(input), JSON.stringify(input)).toThrow(InvalidPlan)
    }
  })

  test('has disjoint rings that hold every place of the radius', () => {
    const rings = buildPlan({ near: { outcode: 'EC1A', km: 25 } }).places?.rings ?? []
    expect(rings[0]).toContain('EC1A')
    expect(new Set(rings.flat()).size).toBe(rings.flat().length)
  })
})

test('typos: a swap of neighbours is one, a wrong first letter one more', () => {
  expect(typosBetween('welder', 'wedler', 2)).toBe(1)
  expect(typosBetween('welder', 'welders', 2)).toBe(1)
  expect(typosBetween('welder', 'felder', 2)).toBe(2)
  expect(typosBetween('welder', 'gardener', 2)).toBe(3)
})
