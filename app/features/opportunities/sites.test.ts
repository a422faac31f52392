import { expect, test } from 'vitest'
import { everySite, whereInLine } from './sites.server.ts'

const wroxham = { outcodes: ['NR12', 'NR1', 'NR30'], town: 'Wroxham', isRemote: false }
const norwich = { outcodes: ['NR1', 'IP24'], town: null, isRemote: false }

test('a distance stands beside the name of the site it is measured to', () => {
  expect(whereInLine(wroxham, 'NR1')).toBe('Norwich (less than 2 miles away)')
  expect(whereInLine(wroxham, 'NR12')).toBe('Wroxham (less than 2 miles away)')
  expect(whereInLine(norwich, 'IP24')).toBe('Thetford (less than 2 miles away)')
  expect(whereInLine({ ...norwich, isRemote: true }, 'NR1')).toBe(
    'Norwich (less than 2 miles away), or from home',
  )
})

test('without an outcode to measure from the first site is named, and that there are others', () => {
  expect(whereInLine(wroxham, '')).toBe('Wroxham and 2 other places')
  expect(whereInLine({ ...norwich, town: 'Norwich' }, '')).toBe('Norwich and 1 other place')
  expect(whereInLine({ outcodes: ['NR1', 'NR2'], town: 'Norwich', isRemote: false }, '')).toBe(
    'Norwich',
  )
  expect(whereInLine({ outcodes: [], town: null, isRemote: true }, 'NR1')).toBe('from home')
  expect(whereInLine({ outcodes: [], town: 'Cromer', isRemote: false }, 'NR1')).toBe('Cromer')
})

test('the page of an opening names every site', () => {
  expect(everySite(wroxham)).toBe('Wroxham (NR12), Norwich (NR1), Great Yarmouth (NR30)')
  expect(everySite({ outcodes: [], town: 'Cromer', isRemote: true })).toBe('Cromer, or from home')
  expect(everySite({ outcodes: [], town: null, isRemote: false })).toBe('')
})
