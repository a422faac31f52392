import { distanceMiles } from './outcodes.ts'

/** Miles from an outcode to the nearest of a document's sites; null when it has none we know. */
export function nearestMiles(origin: string, outcodes: string[]): number | null {
  const miles = outcodes
    .map((outcode) => distanceMiles(origin, outcode))
    .filter((distance) => distance !== null)
  return miles.length === 0 ? null : Math.min(...miles)
}
