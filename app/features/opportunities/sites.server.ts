import { nearestSite } from '#search/distances.ts'
import { townOf } from '#search/outcodes.ts'
import { milesInWords } from './distance-words.ts'

export interface Places {
  outcodes: string[]
  /** The employer's own word for its first site; for the others the table of outcodes has one. */
  town: string | null
  isRemote: boolean
}

/** Every place of an opening: "Wroxham (NR12), Norwich (NR1), or from home". */
export function everySite(places: Places): string {
  const sites = places.outcodes.map((outcode) => `${townAt(outcode, places)} (${outcode})`)
  const named = sites.length > 0 ? sites.join(', ') : places.town
  return orFromHome(named, places)
}

/**
 * Where an opening is, in a list: its first site and how many others, or from an outcode the
 * nearest one and how far that is, since a distance beside another site's name would be untrue.
 */
export function whereInLine(places: Places, from: string): string {
  const { outcodes, town } = places
  const nearest = from === '' ? null : nearestSite(from, outcodes)
  if (nearest)
    return orFromHome(
      `${townAt(nearest.outcode, places)} (${milesInWords(nearest.miles)} away)`,
      places,
    )
  const others = new Set(outcodes.map((one) => townAt(one, places))).size - 1
  const more = others > 0 ? ` and ${others} other ${others === 1 ? 'place' : 'places'}` : ''
  return orFromHome(town && `${town}${more}`, places)
}

/** The name of one of an opening's sites. */
export function townAt(outcode: string, { outcodes, town }: Omit<Places, 'isRemote'>): string {
  return (outcode === outcodes[0] ? town : null) ?? townOf(outcode) ?? outcode
}

const orFromHome = (where: string | null, { isRemote }: Places) =>
  [where, isRemote && 'from home'].filter(Boolean).join(', or ')
