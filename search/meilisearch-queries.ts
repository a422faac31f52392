import { SAFE_VALUE, TYPO_LENGTHS } from './plan.ts'
import { InvalidPlan } from './port.ts'
import type { FacetField, Filters, Plan, Term } from './port.ts'

/** One question of a federated search, with how much its answers weigh. */
export interface WeightedQuery {
  q: string
  weight: number
}

/**
 * The questions that together find any document with any term, those with more terms first.
 * Up to three terms every combination is asked; beyond that all, all but one, and each.
 */
export function queriesOf(plan: Plan): WeightedQuery[] {
  const { terms, phrases } = plan
  const ranked = plan.sort === 'relevance' || plan.sort === 'nearest'
  if (terms.length === 0 || (phrases.length > 0 && !ranked)) {
    return [{ q: queryText(phrases, []), weight: 1 }]
  }
  const chosen = ranked ? combinations(terms) : terms.map((term) => [term])
  const queries = chosen.map((some) => ({
    q: queryText(phrases, some),
    weight: TIER ** (terms.length - some.length),
  }))
  if (phrases.length > 0) queries.push({ q: queryText(phrases, []), weight: TIER ** terms.length })
  return queries
}

/** Filters as an array of arrays: all of the outer ones, any of an inner one. */
export function filtersOf(filters: Filters, except?: FacetField): (string | string[])[] {
  const { publishedAt, closesAt, minAge, ...lists } = filters
  const conditions: (string | string[])[] = []
  for (const [field, filter] of Object.entries(lists)) {
    if (filter === undefined || field === except) continue
    conditions.push(filter.in.map((value) => `${field} = ${safe(field, value)}`))
  }
  for (const [field, range] of Object.entries({ publishedAt, closesAt, minAge })) {
    if (range?.from !== undefined) conditions.push(`${field} >= ${Number(range.from)}`)
    if (range?.to !== undefined) conditions.push(`${field} <= ${Number(range.to)}`)
  }
  return conditions
}

/** Documents with a site in one of these outcodes. */
export function placeFilter(outcodes: string[]): string {
  return `outcodes IN [${outcodes.map((outcode) => safe('near', outcode)).join(', ')}]`
}

/** Documents with a site in one of these outcodes, or done from home: any of the two. */
export const reachFilter = (outcodes: string[]) => [placeFilter(outcodes), 'remote = true']

/** The words of a question. A last blank keeps the engine from taking a word for a beginning. */
export function queryText(phrases: string[], terms: Term[]): string {
  const quoted = phrases.map((phrase) => `"${phrase}"`)
  const words = [...quoted, ...terms.map(wordText)].join(' ')
  return terms.at(-1)?.prefix === true ? words : `${words} `
}

/** The engine allows typos in words that mix letters and digits ("7x4"); quoted it does not. */
function wordText({ text, prefix, maxTypos }: Term): string {
  const strict = maxTypos === 0 && !prefix && [...text].length >= TYPO_LENGTHS.one
  return strict ? `"${text}"` : text
}

/** Scores with every word matched lie above a half, so a tenth keeps the tiers apart. */
const TIER = 0.1
const MOST_COMBINED = 3

function combinations(terms: Term[]): Term[][] {
  if (terms.length > MOST_COMBINED) {
    const butOne = terms.map((left) => terms.filter((term) => term !== left))
    return [terms, ...butOne, ...terms.map((term) => [term])]
  }
  const all = terms.reduce<Term[][]>(
    (sets, term) => [...sets, ...sets.map((set) => [...set, term])],
    [[]],
  )
  return all.filter((set) => set.length > 0)
}

function safe(field: string, value: string): string {
  if (!SAFE_VALUE.test(value)) throw new InvalidPlan(field, 'This filter cannot take that value')
  return `"${value}"`
}
