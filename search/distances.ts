import { distanceMiles } from './outcodes.ts'

/** The nearest of a document's sites to an outcode, in miles; null when it has none we know. */
export function nearestSite(
  origin: string,
  outcodes: string[],
): { outcode: string; miles: number } | null {
  let nearest: { outcode: string; miles: number } | null = null
  for (const outcode of outcodes) {
    const miles = distanceMiles(origin, outcode)
    if (miles !== null && (nearest === null || miles < nearest.miles)) nearest = { outcode, miles }
  }
  return nearest
}

/** Miles from an outcode to the nearest of a document's sites; null when it has none we know. */
export const nearestMiles = (origin: string, outcodes: string[]): number | null =>
  nearestSite(origin, outcodes)?.miles ?? null
