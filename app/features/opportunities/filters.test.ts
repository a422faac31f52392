import { expect, test } from 'vitest'
import { browsePath } from './filters.ts'
import { isTooExact, readFilters } from './read-filters.ts'

const read = (outcode: string) => {
  const params = new URLSearchParams({ outcode })
  const { outcode: kept } = readFilters(params)
  return { kept, isTooExact: isTooExact(params) }
}

test.each([
  ['NR1', 'NR1', false],
  ['nr1', 'NR1', false],
  ['nr1 3qg', 'NR1', true],
  ['NR13QG', 'NR1', true],
  ['W1A 1AA', 'W1A', true],
  ['ZZ99 9ZZ', 'ZZ99', true],
  ['ZZ99', 'ZZ99', false],
  ['Norwich', 'Norwich', false],
  ['', '', false],
])('of “%s” the address keeps “%s”', (typed, kept, tooExact) => {
  expect(read(typed)).toEqual({ kept, isTooExact: tooExact })
})

test('the address of a search never holds a whole postcode', () => {
  const filters = readFilters(new URLSearchParams('q=cook&outcode=nr1+3qg&miles=5'))
  expect(browsePath(filters)).toBe('/openings?q=cook&outcode=NR1&miles=5')
})
