import type { OpportunityDocument } from './documents.ts'
import type { Field } from './postgres-match.ts'
import { wordsOf } from './words.ts'

/**
 * A document's words as the text of a tsvector, built here rather than by Postgres so that both
 * engines split texts alike. Texts lie apart, so that no phrase reaches from one into the next.
 */
export function wordVector(document: OpportunityDocument): { vector: string; words: string[] } {
  const places = new Map<string, string[]>()
  let position = 0
  for (const [field, texts] of fieldsOf(document)) {
    for (const text of texts) {
      for (const word of wordsOf(text)) {
        position = Math.min(position + 1, LAST_POSITION)
        const known = places.get(word) ?? []
        if (known.length < MOST_PLACES) places.set(word, [...known, `${position}${field}`])
      }
      position += GAP
    }
  }
  const vector = [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ')
  return { vector, words: [...places.keys()] }
}

/** The last position a tsvector can tell apart, and how many of one word it keeps. */
const LAST_POSITION = 16_383
const MOST_PLACES = 255
const GAP = 10

function fieldsOf(document: OpportunityDocument): [Field, string[]][] {
  return [
    ['A', [document.title]],
    ['B', document.skills],
    ['C', [document.sectorLabel, document.town, document.employer]],
    ['D', [document.body]],
  ]
}
