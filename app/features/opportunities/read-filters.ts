import { normaliseOutcode } from '#search/outcodes.ts'
import { everything, type BrowseFilters } from './filters.ts'
import { hours, isOneOf, kinds, radii, sectors } from './vocabulary.ts'

// Apart from the filters themselves, which browsers use too and which need no table of places.

/** Reads the address; what no list knows is left out, and so is anything past 200 characters. */
export function readFilters(params: URLSearchParams): BrowseFilters {
  const known = (name: string, choices: readonly { value: string; label: string }[]) => [
    ...new Set(params.getAll(name).filter((value) => isOneOf(choices, value))),
  ]
  const page = Number(params.get('page') ?? '1')
  const miles = params.get('miles')
  return {
    words: plain(params.get('q')),
    outcode: outwardOf(plain(params.get('outcode')).slice(0, 10)),
    miles: isOneOf(radii, miles) ? Number(miles) : everything.miles,
    kinds: known('kind', kinds),
    sectors: known('sector', sectors),
    hours: known('hours', hours),
    isOnlyOpen: params.get('open') === 'me',
    page: Number.isInteger(page) && page >= 1 && page <= 50 ? page : everything.page,
  }
}

/** Whether an address names a place more exactly than by the outward part of its postcode. */
export function isTooExact(params: URLSearchParams): boolean {
  const typed = plain(params.get('outcode'))
  return bare(typed).length > bare(outwardOf(typed)).length
}

/** Postgres keeps no NUL in a text. */
function plain(text: string | null): string {
  return (text ?? '').replaceAll('\0', ' ').replace(/\s+/g, ' ').trim().slice(0, 200)
}

/** Where somebody lives is kept no finer than this, known or not; anything else stays as typed. */
function outwardOf(typed: string): string {
  return normaliseOutcode(typed) ?? typed.replace(/^([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}$/i, '$1')
}

const bare = (typed: string) => typed.replace(/[^a-z\d]/gi, '')
