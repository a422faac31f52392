import { expect, test } from 'vitest'
import { toDocument } from '#search/documents.ts'
import { searchDocumentOf, type SearchableOpening } from './search-document.ts'

const opening: SearchableOpening = {
  id: '01890000-0000-7000-8000-000000000001',
  version: 3,
  title: 'Baker',
  summary: 'Early mornings.',
  kind: 'job',
  sector: null,
  hours: ['full_time'],
  outcodes: ['NR1'],
  town: null,
  details: { contract: 'permanent', importKey: 'secret' },
  minAge: 18,
  audience: 'anyone',
  publishedAt: new Date('2026-11-25T09:00:00.900Z'),
  closesOn: '2026-12-01',
}
const closing = (closesOn: string) =>
  new Date(searchDocumentOf({ ...opening, closesOn }, 'Bakery').closesAt * 1000).toISOString()

test('an opening is on until the last second of its London day, in winter and in summer', () => {
  expect(closing('2026-12-01')).toBe('2026-12-01T23:59:59.000Z')
  expect(closing('2026-07-01')).toBe('2026-07-01T22:59:59.000Z')
  expect(closing('2026-03-29')).toBe('2026-03-29T22:59:59.000Z')
  expect(closing('2026-10-25')).toBe('2026-10-25T23:59:59.000Z')
  expect(closing('2026-12-31')).toBe('2026-12-31T23:59:59.000Z')
})

test('the index is told no more of an opening than its document has room for', () => {
  const document = searchDocumentOf(opening, 'Bakery')
  expect(toDocument(document)).toEqual(document)
  expect(document).toMatchObject({
    employer: 'Bakery',
    sectorLabel: 'Something else',
    remote: false,
  })
  expect(JSON.stringify(document)).not.toContain('secret')
})
