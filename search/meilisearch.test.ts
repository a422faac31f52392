import { test } from 'vitest'
import { describeSearchContract } from './contract.ts'
import { meiliIsHere, startTestMeilisearch } from './test-meilisearch.ts'

if (meiliIsHere()) {
  describeSearchContract('Meilisearch', startTestMeilisearch)
} else {
  test.skip('MEILISEARCH WAS NOT TESTED: no program in MEILI_BIN or on the PATH', () => undefined)
}
