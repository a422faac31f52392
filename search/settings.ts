import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { TYPO_LENGTHS } from './plan.ts'
import { MOST_RESULTS } from './port.ts'
import { SYNONYMS } from './synonyms.ts'

/** The version of Meilisearch that this code was tested against. */
export const MEILI_VERSION = '1.50.0'

/** The settings of an index of openings. Changing them changes the index's name. */
export const MEILI_SETTINGS: Settings = {
  searchableAttributes: ['title', 'skills', 'about', 'body'],
  displayedAttributes: ['id', 'version', 'outcodes'],
  filterableAttributes: [
    ...['kind', 'sector', 'hours', 'remote', 'contract', 'audience', 'outcodes'],
    ...['publishedAt', 'closesAt', 'minAge'],
  ],
  sortableAttributes: ['publishedAt', 'closesAt', 'id'],
  rankingRules: [
    ...['sort', 'words', 'typo', 'attributeRank', 'exactness'],
    ...['publishedAt:desc', 'id:asc'],
  ],
  synonyms: Object.fromEntries(SYNONYMS),
  stopWords: [],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: TYPO_LENGTHS.one, twoTypos: TYPO_LENGTHS.two },
    disableOnNumbers: true,
  },
  // `byAttribute` loads three times faster but lets the words of a phrase lie apart.
  proximityPrecision: 'byWord',
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  pagination: { maxTotalHits: MOST_RESULTS },
  faceting: { maxValuesPerFacet: 100 },
}

/**
 * The name of the index for these settings: a release with other settings looks for another index
 * and is served by Postgres until that one is built.
 */
export function indexUid(prefix: string): string {
  const hash = createHash('sha256').update(JSON.stringify(MEILI_SETTINGS)).digest('hex')
  return `${prefix}-${hash.slice(0, 12)}`
}
