import { milesInWords, reachInWords } from '#app/features/opportunities/distance-words.ts'
import type { Kind } from '#app/features/opportunities/vocabulary.ts'
import { fitOf, type Fit, type Offer, type Seeker } from './fit.ts'

/** One fact of a fit in words. */
export interface Reason {
  /** Null where nobody has said, so that it speaks neither for nor against. */
  isMet: boolean | null
  text: string
}

export interface FitInWords {
  isOpen: boolean
  reasons: string[]
}

/**
 * Whether an opening is open to the person who reads this, and why, or what is missing; null while
 * they have not said what they want.
 */
export function fitInWords(seeker: Seeker, offer: Offer): FitInWords | null {
  if (seeker.kinds.length === 0) return null
  const fit = fitOf(seeker, offer)
  return { isOpen: fit.isOpen, reasons: reasonsForSeeker(fit, seeker, offer) }
}

const aKind: Record<Kind, string> = {
  job: 'a job',
  work_experience: 'work experience',
  training: 'training',
  bursary: 'a bursary',
  interview_experience: 'interview experience',
}

function reasonsForSeeker(fit: Fit, seeker: Seeker, offer: Offer): string[] {
  const kind = aKind[offer.kind as Kind]
  if (fit.isOpen)
    return [
      `You want ${kind}`,
      offer.isRemote ? 'You can do it from home' : nearFor(fit, offer),
      ...(fit.isNamedSector ? ['It is work you named'] : []),
      ...(fit.areHoursRight === false ? ['But the hours are not those you asked for'] : []),
    ]
  return [
    ...(fit.isOldEnough ? [] : [`It is for people aged ${offer.minAge} or over`]),
    ...(fit.isWantedKind ? [] : [`You did not ask for ${kind}`]),
    ...(fit.isWithinReach ? [] : [farFor(fit, seeker, 'you')]),
  ]
}

/** Every fact of a fit, for the mentor who chooses among several people. */
export function reasonsForMentor(fit: Fit, seeker: Seeker, offer: Offer): Reason[] {
  return [
    seeker.kinds.length === 0
      ? notSaid('Kinds they want: not said yet')
      : reason(fit.isWantedKind, 'They want this kind', 'Not a kind they asked for'),
    reason(
      fit.isWithinReach,
      offer.isRemote ? 'Can be done from home' : nearFor(fit, offer),
      farFor(fit, seeker, 'they'),
    ),
    seeker.sectors.length === 0
      ? notSaid('Work they want: not said yet')
      : reason(fit.isNamedSector, 'Work they named', 'Not among the work they named'),
    hoursReason(fit, seeker),
    reason(fit.isOldEnough, 'Old enough', `For people aged ${offer.minAge} or over`),
  ]
}

function hoursReason({ areHoursRight }: Fit, { hours }: Seeker): Reason {
  if (areHoursRight !== null)
    return reason(areHoursRight, 'The hours fit', 'Other hours than they asked for')
  return notSaid(
    hours.length === 0
      ? 'Hours they want: not said yet'
      : 'The employer has not said which hours these are',
  )
}

const notSaid = (text: string): Reason => ({ isMet: null, text })

const reason = (isMet: boolean, met: string, unmet: string): Reason => ({
  isMet,
  text: isMet ? met : unmet,
})

/** Beside the name of its first site: with several, the distance is not that one's. */
const nearFor = ({ miles }: Fit, { outcodes }: Offer) =>
  `${outcodes.length > 1 ? 'Its nearest place' : 'It'} is ${milesInWords(miles ?? 0)} away`

const farFor = ({ miles }: Fit, { reachMiles }: Seeker, who: 'they' | 'you') =>
  miles === null ? 'We do not know how far it is' : reachInWords(miles, reachMiles, who)
