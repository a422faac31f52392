import rows from './outcodes.json' with { type: 'json' }
import { wordsOf } from './words.ts'

/** An outward postcode with the centroid of its area. `town` is empty where the source has none. */
export interface Outcode {
  outcode: string
  latitude: number
  longitude: number
  town: string
  county: string
  region: string
}

const outcodes = new Map(rows.map((row) => [row.slice(0, row.indexOf('|')), parse(row)]))
const townsByRegion = groupTowns()

/**
 * The outcode in what a person typed: "nr1 " and "NR1 3AB" both give "NR1".
 * Null when it is not shaped like a UK postcode or its outward half is not a known area.
 */
export function normaliseOutcode(text: string): string | null {
  const typed = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const shape = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/.exec(typed)
  if (typed.length > 8) return null
  if (outcodes.has(typed)) return typed
  const outward = shape?.[1]
  return outward !== undefined && outcodes.has(outward) ? outward : null
}

/** The area of an outcode or postcode, or null when it is unknown. */
export function lookup(outcode: string): Outcode | null {
  const known = normaliseOutcode(outcode)
  return known === null ? null : (outcodes.get(known) ?? null)
}

/**
 * Every outcode whose centroid lies within `km` of this one's, the edge included, nearest first,
 * this outcode always among them. Null when the outcode is unknown: a search is never widened.
 */
export function within(outcode: string, km: number): { outcode: string; km: number }[] | null {
  const home = lookup(outcode)
  if (home === null) return null
  const found: { outcode: string; km: number }[] = []
  for (const other of outcodes.values()) {
    const distance = distanceBetween(home, other)
    if (distance <= km || other === home) found.push({ outcode: other.outcode, km: distance })
  }
  return found.sort((a, b) => a.km - b.km || (a.outcode === home.outcode ? -1 : compare(a, b)))
}

/** Kilometres between two outcodes' centroids, or null when either is unknown. */
export function distanceKm(a: string, b: string): number | null {
  const [from, to] = [lookup(a), lookup(b)]
  return from === null || to === null ? null : distanceBetween(from, to)
}

/** Miles between two outcodes' centroids, or null when either is unknown. */
export function distanceMiles(a: string, b: string): number | null {
  const km = distanceKm(a, b)
  return km === null ? null : km / KM_PER_MILE
}

/** The post town of an outcode, its county where there is no town, or null when unknown. */
export function townOf(outcode: string): string | null {
  const found = lookup(outcode)
  return found === null ? null : found.town || found.county
}

/** Towns of a county ("Norfolk") or a region ("East of England"), in alphabetical order. */
export function townsOfRegion(name: string): string[] {
  const towns = townsByRegion.get(key(name))
  return towns === undefined ? [] : [...towns].sort((a, b) => a.localeCompare(b, 'en'))
}

/**
 * The outcodes of a town, for addresses that name no postcode. `place` (a county or a region)
 * tells towns of one name apart; a town not found there gives nothing rather than a namesake.
 */
export function outcodesOfTown(town: string, place?: string): string[] {
  const wanted = key(town)
  const inside = place === undefined ? null : key(place)
  if (wanted === '') return []
  const found: string[] = []
  for (const area of outcodes.values()) {
    const named = key(area.town) === wanted || (area.town === '' && key(area.county) === wanted)
    const there = inside === null || key(area.county) === inside || key(area.region) === inside
    if (named && there) found.push(area.outcode)
  }
  return found
}

const KM_PER_MILE = 1.609344
const EARTH_RADIUS_KM = 6371.0088

function distanceBetween(a: Outcode, b: Outcode): number {
  const radians = Math.PI / 180
  const dLat = (b.latitude - a.latitude) * radians
  const dLon = (b.longitude - a.longitude) * radians
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

function parse(row: string): Outcode {
  const [outcode = '', latitude, longitude, town = '', county = '', region = ''] = row.split('|')
  return {
    outcode,
    latitude: Number(latitude),
    longitude: Number(longitude),
    town,
    county,
    region,
  }
}

function groupTowns(): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const { town, county, region } of outcodes.values()) {
    if (town === '') continue
    for (const name of [county, region]) {
      const towns = groups.get(key(name)) ?? new Set<string>()
      groups.set(key(name), towns.add(town))
    }
  }
  return groups
}

function key(name: string): string {
  return wordsOf(name).join(' ')
}

function compare(a: { outcode: string }, b: { outcode: string }): number {
  return a.outcode < b.outcode ? -1 : 1
}
