import { describe, expect, test } from 'vitest'
import {
  distanceMiles,
  lookup,
  normaliseOutcode,
  outcodesOfTown,
  townOf,
  townsOfRegion,
  within,
} from './outcodes.ts'

describe('outcodes', () => {
  test('are read from what people type', () => {
    for (const text of ['nr1 ', 'NR1', 'NR1 3AB', 'nr13ab', 'Nr1-3ab']) {
      expect(normaliseOutcode(text), text).toBe('NR1')
    }
    expect(normaliseOutcode('EC1A 1BB')).toBe('EC1A')
    expect(normaliseOutcode('nr13')).toBe('NR13')
  })

  test('that nobody knows are null, never somewhere else', () => {
    for (const text of ['', 'ZZ9', 'Norwich', 'NR1 3A', 'NR1 3AB 4', '1NR', 'ZZ9 9ZZ', '\0']) {
      expect(normaliseOutcode(text), text).toBeNull()
    }
    expect(within('ZZ9', 1000)).toBeNull()
    expect(lookup('ZZ9')).toBeNull()
    expect(townOf('ZZ9')).toBeNull()
    expect(distanceMiles('NR1', 'ZZ9')).toBeNull()
  })

  test('within a radius: the design figures, the own one first, the edge included', () => {
    expect(within('NR1', 25)).toHaveLength(23)
    expect(within('NR1', 0)).toEqual([{ outcode: 'NR1', km: 0 }])
    const all = within('NR1', 30) ?? []
    const edge = all[10]
    expect(within('NR1', edge?.km ?? 0)).toHaveLength(11)
    expect(all.map(({ km }) => km)).toEqual(all.map(({ km }) => km).toSorted((a, b) => a - b))
  })

  test('distances are the same both ways and about right', () => {
    expect(distanceMiles('NR1', 'NR30')).toBeCloseTo(17.6, 0)
    expect(distanceMiles('NR30', 'NR1')).toBe(distanceMiles('NR1', 'NR30'))
    expect(distanceMiles('EC1A', 'M1')).toBeCloseTo(163, -1)
  })

  test('name their town, or their county where there is none', () => {
    expect(townOf('NR30 1AA')).toBe('Great Yarmouth')
    expect(townOf('SW1A')).toBe('Westminster')
  })

  test('are found by town, and by county where towns share a name', () => {
    expect(outcodesOfTown('great yarmouth', 'Norfolk')).toContain('NR30')
    expect(outcodesOfTown('Norwich', 'Kent')).toEqual([])
    expect(outcodesOfTown('')).toEqual([])
    expect(townsOfRegion('norfolk')).toContain('Norwich')
    expect(townsOfRegion('East of England')).toContain('Great Yarmouth')
    expect(townsOfRegion('Atlantis')).toEqual([])
  })
})
