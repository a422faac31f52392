import type postgres from 'postgres'
import type { Term } from './port.ts'
import { stumpsOf, typosBetween } from './typos.ts'

/** Adds words to the lexicon. Only words that somebody could misspell are kept. */
export async function learnWords(sql: postgres.ISql, words: string[]): Promise<void> {
  const worth = [...new Set(words)].filter(
    (word) => [...word].length >= SHORTEST && !/\p{N}/u.test(word),
  )
  if (worth.length === 0) return
  const known = await sql<{ word: string }[]>`
    select word from search_words where word = any(${worth})`
  const old = new Set(known.map(({ word }) => word))
  const rows = worth
    .filter((word) => !old.has(word))
    .sort()
    .map((word) => ({ word, stumps: stumpsOf(word, MOST_TYPOS) }))
  if (rows.length === 0) return
  await sql`
    insert into search_words (word, stumps)
    select word, array(select jsonb_array_elements_text(stumps))
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as fresh(word text, stumps jsonb)
    on conflict (word) do nothing`
}

/** For each term, the words of the lexicon within its typo budget; one question for all terms. */
export async function findTypos(
  sql: postgres.ISql,
  terms: Term[],
): Promise<{ word: string; typos: number }[][]> {
  const stumps = terms.flatMap((term) => stumpsIn(term))
  if (stumps.length === 0) return terms.map(() => [])
  const near = await sql<{ word: string }[]>`
    select word from search_words where stumps && ${stumps}::text[]`
  return terms.map(({ text, maxTypos }) =>
    near
      .map(({ word }) => ({ word, typos: typosBetween(text, word, maxTypos) }))
      .filter(({ typos }) => typos > 0 && typos <= maxTypos)
      .sort((a, b) => a.typos - b.typos || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS),
  )
}

/** A word of four letters that lost one has three. */
const SHORTEST = 3
const MOST_TYPOS = 2
const MOST_WORDS = 50

function stumpsIn({ text, maxTypos }: Term): string[] {
  return maxTypos === 0 ? [] : stumpsOf(text, maxTypos)
}
