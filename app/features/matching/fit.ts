import { nearestMiles } from '#search/distances.ts'

/** What is known of somebody who looks for an opening. */
export interface Seeker {
  /** Completed years. */
  age: number
  kinds: string[]
  sectors: string[]
  hours: string[]
  outcode: string
  reachMiles: number
}

/** What an opening asks for. */
export interface Offer {
  kind: string
  sector: string | null
  hours: string[]
  outcodes: string[]
  isRemote: boolean
  minAge: number
}

/** How a person and an opening fit, one fact at a time. */
export interface Fit {
  isWantedKind: boolean
  isWithinReach: boolean
  /** To the nearest site; null where either end is not known. */
  miles: number | null
  isOldEnough: boolean
  isNamedSector: boolean
  /** Null where either side has not said. */
  areHoursRight: boolean | null
  /** A wanted kind, within reach and lawful for the age: the rest is a matter of taste. */
  isOpen: boolean
}

/** Compares a person's wishes with an opening. */
export function fitOf(seeker: Seeker, offer: Offer): Fit {
  const miles = nearestMiles(seeker.outcode, offer.outcodes)
  const isWantedKind = seeker.kinds.includes(offer.kind)
  const isWithinReach = offer.isRemote || (miles !== null && miles <= seeker.reachMiles)
  const isOldEnough = seeker.age >= offer.minAge
  return {
    isWantedKind,
    isWithinReach,
    miles,
    isOldEnough,
    isNamedSector: offer.sector !== null && seeker.sectors.includes(offer.sector),
    areHoursRight:
      seeker.hours.length === 0 || offer.hours.length === 0
        ? null
        : offer.hours.some((one) => seeker.hours.includes(one)),
    isOpen: isWantedKind && isWithinReach && isOldEnough,
  }
}
