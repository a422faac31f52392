import type { Term } from './port.ts'

/** One thing a term may match: words that stand next to each other, or the beginning of a word. */
export interface Wording {
  words: string[]
  prefix?: boolean
}

/** What a term may match, by the number of typos: none (synonyms and prefixes included), one, two. */
export type Levels = [Wording[], Wording[], Wording[]]

/** `resembling` are words of the lexicon that resemble the term, with their number of typos. */
export function levelsOf(term: Term, resembling: { word: string; typos: number }[]): Levels {
  const sound: Wording[] = [
    { words: [term.text], prefix: term.prefix },
    ...term.synonyms.map((synonym) => ({ words: synonym.split(' ') })),
  ]
  const misspelt = (count: number) =>
    resembling.filter(({ typos }) => typos === count).map(({ word }) => ({ words: [word] }))
  return [sound, misspelt(1), misspelt(2)]
}

/** The fields of a document as weights of its word vector, best first. */
export type Field = 'A' | 'B' | 'C' | 'D'

/** A tsquery of wordings joined by "or", in every field or in those of one weight. */
export function anyOf(wordings: Wording[], field: Field | '' = ''): string {
  return `(${wordings.map((wording) => contiguous(wording, field)).join(' | ')})`
}

export function allOf(queries: string[]): string {
  return `(${queries.join(' & ')})`
}

/** Words hold letters and digits only (`wordsOf`), so quoting them is safe. */
function contiguous({ words, prefix = false }: Wording, field: Field | ''): string {
  const label = prefix || field !== '' ? `:${prefix ? '*' : ''}${field}` : ''
  return `(${words.map((word) => `'${word}'${label}`).join(' <-> ')})`
}
