import { hours, kinds, labelOf, sectors } from './vocabulary.ts'

/** What somebody looks for, as it stands in the address of the page. */
export interface BrowseFilters {
  words: string
  outcode: string
  miles: number
  kinds: string[]
  sectors: string[]
  hours: string[]
  /** Only what is open to the candidate who looks. */
  isOnlyOpen: boolean
  page: number
}

/** The parts of a search that can be taken away to find more. */
export type FilterName = 'words' | 'outcode' | 'kind' | 'sector' | 'hours' | 'open'

/** The search for everything. */
export const everything: BrowseFilters = {
  words: '',
  outcode: '',
  miles: 10,
  kinds: [],
  sectors: [],
  hours: [],
  isOnlyOpen: false,
  page: 1,
}

/** The search for everything that is open to the candidate who looks. */
export const openToMe: BrowseFilters = { ...everything, isOnlyOpen: true }

/** The address of a search; what is as usual is left out, so that one search has one address. */
export function browsePath(filters: BrowseFilters): string {
  const params = new URLSearchParams()
  if (filters.words) params.set('q', filters.words)
  if (filters.outcode) {
    params.set('outcode', filters.outcode)
    params.set('miles', String(filters.miles))
  }
  for (const value of filters.kinds) params.append('kind', value)
  for (const value of filters.sectors) params.append('sector', value)
  for (const value of filters.hours) params.append('hours', value)
  if (filters.isOnlyOpen) params.set('open', 'me')
  if (filters.page > 1) params.set('page', String(filters.page))
  const query = params.toString()
  return query ? `/openings?${query}` : '/openings'
}

/** The filters in force, each with the address of the same search without it. */
export function filterTags(filters: BrowseFilters): { label: string; removeHref: string }[] {
  const tag = (label: string, change: Partial<BrowseFilters>) => ({
    label,
    removeHref: browsePath({ ...filters, ...change, page: 1 }),
  })
  const one = (
    key: 'kinds' | 'sectors' | 'hours',
    choices: readonly { value: string; label: string }[],
  ) =>
    filters[key].map((value) =>
      tag(labelOf(choices, value), { [key]: filters[key].filter((other) => other !== value) }),
    )
  return [
    ...(filters.words ? [tag(`“${filters.words}”`, { words: '' })] : []),
    ...(filters.outcode
      ? [tag(`Within ${filters.miles} miles of ${filters.outcode.toUpperCase()}`, { outcode: '' })]
      : []),
    ...one('kinds', kinds),
    ...one('sectors', sectors),
    ...one('hours', hours),
    ...(filters.isOnlyOpen ? [tag('Open to me', { isOnlyOpen: false })] : []),
  ]
}

/** The same search with one filter taken away. */
export function without(filters: BrowseFilters, name: FilterName): BrowseFilters {
  const empty: Record<FilterName, Partial<BrowseFilters>> = {
    words: { words: '' },
    outcode: { outcode: '' },
    kind: { kinds: [] },
    sector: { sectors: [] },
    hours: { hours: [] },
    open: { isOnlyOpen: false },
  }
  return { ...filters, ...empty[name], page: 1 }
}

/** Which filters are in force. */
export function activeFilters(filters: BrowseFilters): FilterName[] {
  const names: FilterName[] = []
  if (filters.words) names.push('words')
  if (filters.outcode) names.push('outcode')
  if (filters.kinds.length > 0) names.push('kind')
  if (filters.sectors.length > 0) names.push('sector')
  if (filters.hours.length > 0) names.push('hours')
  if (filters.isOnlyOpen) names.push('open')
  return names
}

/** A total as people read it: "1 opening", "60 openings", "over 1,000 openings". */
export function totalInWords({ n, isMore }: { n: number; isMore: boolean }): string {
  if (isMore) return 'over 1,000 openings'
  return `${n.toLocaleString('en-GB')} ${n === 1 ? 'opening' : 'openings'}`
}
