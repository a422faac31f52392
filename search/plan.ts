import { normaliseOutcode, within } from './outcodes.ts'
import { InvalidPlan, MOST_RESULTS } from './port.ts'
import type {
  FacetField,
  Filters,
  ListField,
  Places,
  Plan,
  PlanNote,
  RangeField,
  Sort,
  Term,
} from './port.ts'
import { SYNONYMS } from './synonyms.ts'
import { wordsOf } from './words.ts'

/** What a caller may ask for; everything may come straight from a URL. */
export interface PlanInput {
  text?: string
  filters?: Record<string, readonly string[] | { from?: number; to?: number }>
  near?: { outcode: string; km: number }
  /** From where and how far somebody travels; unlike `near`, work from home is within reach. */
  reach?: { outcode: string; km: number }
  sort?: string
  page?: { offset?: number; limit?: number }
  facets?: readonly string[]
}

/**
 * Reads a request into the plan both engines execute. Pure.
 * Throws `InvalidPlan` for an unknown field, sort or place, or a value no filter may carry.
 */
export function buildPlan(input: PlanInput): Plan {
  const notes: PlanNote[] = []
  const { terms, phrases } = readText(input.text ?? '', notes)
  const places = input.near === undefined ? undefined : readPlaces(input.near)
  if (places !== undefined) notes.push('only-places-with-a-site')
  return {
    text: [...phrases, ...terms.map((term) => term.text)].join(' '),
    terms,
    phrases,
    filters: readFilters(input.filters ?? {}),
    ...(places === undefined ? {} : { places }),
    ...(input.reach === undefined ? {} : { reach: readPlaces(input.reach).rings.flat() }),
    sort: readSort(input.sort, places),
    page: readPage(input.page ?? {}, notes),
    facets: (input.facets ?? []).map(readFacet),
    notes,
  }
}

/** The letters a term must have for one and for two typos. */
export const TYPO_LENGTHS = { one: 4, two: 8 } as const

/** The only values a filter may carry: slugs, ids and numbers. */
export const SAFE_VALUE = /^[A-Za-z0-9_-]{1,64}$/

const MOST_CHARACTERS = 200
const MOST_TERMS = 10
const MOST_PER_PAGE = 50
const LEAST_PREFIX = 2
const LIST_FIELDS: readonly string[] = [
  'kind',
  'sector',
  'hours',
  'remote',
  'contract',
  'audience',
] satisfies ListField[]
const RANGE_FIELDS: readonly string[] = ['publishedAt', 'closesAt', 'minAge'] satisfies RangeField[]
const FACET_FIELDS: readonly string[] = [
  'kind',
  'sector',
  'hours',
  'remote',
  'contract',
] satisfies FacetField[]
const SORTS: readonly string[] = ['relevance', 'newest', 'closing', 'nearest'] satisfies Sort[]
/** Edges of the rings of "nearest first", in kilometres: 2, 5, 10, 15, 25 and 50 miles. */
const RING_EDGES = [3.2, 8, 16, 24, 40, 80, Infinity]
/** Words that are in nearly every advert: matching them would drown the ones that say something. */
const EMPTY_WORDS = new Set(
  'a an and are as at be by for from i in is it of on or the to with'.split(' '),
)

function readText(text: string, notes: PlanNote[]): { terms: Term[]; phrases: string[] } {
  const characters = [...text]
  if (characters.length > MOST_CHARACTERS) notes.push('text-cut')
  const kept = characters.slice(0, MOST_CHARACTERS).join('')
  const parts = kept.replace(/[“”„‟«»]/g, '"').split('"')
  const closed = parts.length % 2 === 1
  if (!closed) notes.push('phrase-unclosed')
  const loose: string[] = []
  const phrases: string[] = []
  parts.forEach((part, index) => {
    const quoted = index % 2 === 1 && (closed || index < parts.length - 1)
    const words = wordsOf(part)
    if (quoted && words.length > 0) phrases.push(words.join(' '))
    if (!quoted) loose.push(...words)
  })
  const openEnded = /[\p{L}\p{N}\p{M}]$/u.test(kept)
  return cutTerms(loose, phrases, openEnded, notes)
}

function cutTerms(loose: string[], phrases: string[], openEnded: boolean, notes: PlanNote[]) {
  const telling = loose.filter((word) => !EMPTY_WORDS.has(word))
  const words = telling.length > 0 || phrases.length > 0 ? telling : loose
  const last = words.at(-1)
  const typing = openEnded && last !== undefined && last === loose.at(-1)
  const distinct = [...new Set(words)]
  let room = MOST_TERMS
  const keptPhrases = phrases.flatMap((phrase) => {
    const kept = phrase.split(' ').slice(0, Math.max(0, room))
    room -= kept.length
    return kept.length > 0 ? [kept.join(' ')] : []
  })
  const keptWords = distinct.slice(0, Math.max(0, room))
  const cut = keptWords.length < distinct.length || keptPhrases.join(' ') !== phrases.join(' ')
  if (cut) notes.push('terms-cut')
  const synonyms = synonymsAt(keptWords)
  const terms = keptWords.map((word, index): Term => {
    return {
      text: word,
      prefix: typing && word === last && [...word].length >= LEAST_PREFIX,
      maxTypos: typoBudget(word),
      synonyms: [...(synonyms[index] ?? [])],
    }
  })
  return { terms, phrases: keptPhrases }
}

function typoBudget(word: string): 0 | 1 | 2 {
  const letters = [...word].length
  if (/\p{N}/u.test(word) || letters < TYPO_LENGTHS.one) return 0
  return letters < TYPO_LENGTHS.two ? 1 : 2
}

/** A form of several words gives its synonyms to each of them: "kitchen porter" is found by "KP". */
function synonymsAt(words: string[]): Set<string>[] {
  const found = words.map(() => new Set<string>())
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
      const others = SYNONYMS.get(words.slice(from, to).join(' ')) ?? []
      for (let at = from; at < to; at++) others.forEach((other) => found[at]?.add(other))
    }
  }
  return found
}

function readFilters(input: NonNullable<PlanInput['filters']>): Filters {
  const filters: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(input)) {
    if (LIST_FIELDS.includes(field)) filters[field] = { in: readValues(field, value) }
    else if (RANGE_FIELDS.includes(field)) filters[field] = readRange(field, value)
    else throw new InvalidPlan(field, 'There is no such filter')
  }
  return filters
}

function readValues(field: string, value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) {
    throw new InvalidPlan(field, 'A filter takes a list of 1 to 100 values')
  }
  for (const one of value) {
    const fits = typeof one === 'string' && SAFE_VALUE.test(one)
    if (!fits || (field === 'remote' && one !== 'true' && one !== 'false')) {
      throw new InvalidPlan(field, 'This filter cannot take that value')
    }
  }
  return [...new Set(value as string[])]
}

function readRange(field: string, value: unknown): { from?: number; to?: number } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new InvalidPlan(field, 'This filter takes a range')
  }
  const { from, to } = value as { from?: unknown; to?: unknown }
  for (const edge of [from, to]) {
    if (edge !== undefined && !Number.isSafeInteger(edge)) {
      throw new InvalidPlan(field, 'The edges of a range are whole numbers')
    }
  }
  return {
    ...(from === undefined ? {} : { from: from as number }),
    ...(to === undefined ? {} : { to: to as number }),
  }
}

function readPlaces({ outcode, km }: { outcode: string; km: number }): Places {
  const origin = normaliseOutcode(outcode)
  const found = origin === null ? null : within(origin, km)
  if (origin === null || found === null) throw new InvalidPlan('near', 'We do not know that place')
  if (!(km >= 0 && km <= 2000)) throw new InvalidPlan('near', 'That distance cannot be searched')
  const rings = RING_EDGES.map((edge, index) => {
    const inner = index === 0 ? -1 : (RING_EDGES[index - 1] ?? 0)
    return found
      .filter((place) => place.km > inner && place.km <= edge)
      .map((place) => place.outcode)
  })
  return { origin, km, rings: rings.filter((ring) => ring.length > 0) }
}

function readSort(sort: string | undefined, places: Places | undefined): Sort {
  const wanted = sort ?? 'relevance'
  if (!SORTS.includes(wanted)) throw new InvalidPlan('sort', 'There is no such order')
  if (wanted === 'nearest' && places === undefined) {
    throw new InvalidPlan('sort', 'Nearest first needs a place')
  }
  return wanted as Sort
}

function readPage(page: { offset?: number; limit?: number }, notes: PlanNote[]): Plan['page'] {
  const { offset = 0, limit = 20 } = page
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new InvalidPlan('page', 'A page begins at a whole number')
  }
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_PER_PAGE) {
    throw new InvalidPlan('page', `A page holds 1 to ${MOST_PER_PAGE} results`)
  }
  const room = Math.max(0, MOST_RESULTS - offset)
  if (limit >= room) notes.push('narrow-the-search')
  return { offset: Math.min(offset, MOST_RESULTS), limit: Math.min(limit, room) }
}

function readFacet(field: string): FacetField {
  if (!FACET_FIELDS.includes(field)) throw new InvalidPlan(field, 'There is no such facet')
  return field as FacetField
}
