import { dayCodes } from './effects.ts'
import type { Effect } from './restriction-text.ts'
import { overlap, stretchOf, type Slot } from './week.ts'

/** What the restrictions come to beside an opening, the worst first. */
export const verdicts = ['blocked', 'ask', 'warn', 'unknown', 'fits'] as const
export type Verdict = (typeof verdicts)[number]

/** What an opening says of itself. What it does not say is null or empty, and is never guessed. */
export interface JudgedOpening {
  employerId: string
  title: string
  summary: string
  sector: string | null
  /** Codes such as `nights`. */
  hours: readonly string[]
  /** Days and times; null where they are not said. */
  times: readonly Slot[] | null
  outcodes: readonly string[]
  isRemote: boolean
  minAge: number
  /** Codes of the convictions it leaves out, which tell what the work is. */
  exclusions: readonly string[]
}

/** The worst of all effects; "unknown" where none is written down, for there are some. */
export function judge(effects: readonly Effect[], opening: JudgedOpening): Verdict {
  if (effects.length === 0) return 'unknown'
  return worst(effects.map((effect) => judgeOne(effect, opening)))
}

export const worst = (found: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => found.includes(verdict)) ?? 'fits'

/** One effect beside an opening. Only what the opening says can make it fit. */
export function judgeOne(effect: Effect, opening: JudgedOpening): Verdict {
  switch (effect.kind) {
    case 'curfew':
      return judgeCurfew(effect, opening)
    case 'appointment':
      return judgeTimes(slotsOf(effect), 0, opening) === 'clash' ? 'warn' : fitsIfSaid(opening)
    case 'area':
      return judgeSites(opening, effect.outcodes)
    case 'premises':
      return judgePremises(effect.premises, opening)
    case 'no_under_18s':
      if (opening.exclusions.includes('children')) return 'blocked'
      return opening.minAge < 18 || ['education_support', 'sport'].includes(opening.sector ?? '')
        ? 'ask'
        : 'unknown'
    case 'no_driving':
      if (opening.sector === 'driving' || opening.exclusions.includes('driving')) return 'blocked'
      return DRIVING.test(`${opening.title} ${opening.summary}`) ? 'ask' : 'unknown'
    case 'no_internet':
      if (opening.isRemote) return 'blocked'
      return ['it', 'office'].includes(opening.sector ?? '') ? 'ask' : 'unknown'
    case 'no_cash':
      if (opening.exclusions.includes('money')) return 'blocked'
      return ['retail', 'hospitality_catering'].includes(opening.sector ?? '') ? 'ask' : 'unknown'
    case 'no_contact':
      if (effect.employerId === opening.employerId) return 'blocked'
      return effect.outcode === null ? 'fits' : judgeSites(opening, [effect.outcode])
  }
}

const DRIVING = /\b(driv(e|er|ers|es|ing)|vans?|lorry|lorries|hgv|deliver(y|ies)|courier)\b/i

/** At home is where a curfew wants people; elsewhere the way there and back counts too. */
function judgeCurfew(effect: Effect & { kind: 'curfew' }, opening: JudgedOpening): Verdict {
  if (opening.isRemote) return 'fits'
  const curfew = slotsOf(effect)
  const found = judgeTimes(curfew, effect.travelMinutes, opening)
  if (found !== 'unsaid') return found === 'clash' ? 'blocked' : 'fits'
  // Nothing but nights: whoever has to be at home in each of them cannot come.
  const isOnlyNights = opening.hours.length > 0 && opening.hours.every((one) => one === 'nights')
  const isEveryNight = dayCodes.every((day) =>
    clashes(curfew, [{ day, from: '01:00', to: '05:00' }], 0),
  )
  return isOnlyNights && isEveryNight ? 'blocked' : 'unknown'
}

function judgeTimes(busy: Slot[], travel: number, { times }: JudgedOpening) {
  if (times === null || times.length === 0) return 'unsaid'
  return clashes(busy, times, travel) ? 'clash' : 'clear'
}

const clashes = (busy: readonly Slot[], times: readonly Slot[], travel: number) =>
  times.some((time) => busy.some((slot) => overlap(stretchOf(slot), stretchOf(time, travel))))

const fitsIfSaid = ({ times }: JudgedOpening): Verdict =>
  times === null || times.length === 0 ? 'unknown' : 'fits'

function judgeSites({ outcodes, isRemote }: JudgedOpening, out: readonly string[]): Verdict {
  if (isRemote) return 'fits'
  if (outcodes.length === 0) return 'unknown'
  const inside = outcodes.filter((one) => out.includes(one))
  if (inside.length === 0) return 'fits'
  return inside.length === outcodes.length ? 'blocked' : 'warn'
}

/** Openings do not say what kind of place they are at; their sector says where it may be. */
function judgePremises(premises: string, { sector, isRemote }: JudgedOpening): Verdict {
  if (isRemote) return 'fits'
  return (usualSectors[premises] ?? []).includes(sector ?? '') ? 'ask' : 'unknown'
}

const usualSectors: Record<string, readonly string[]> = {
  licensed: ['hospitality_catering', 'retail'],
  children: ['education_support', 'sport'],
  gambling: ['hospitality_catering'],
  care: ['cleaning_maintenance', 'education_support'],
  shops: ['retail', 'hair_beauty'],
  sports: ['sport'],
}

const slotsOf = ({ days, from, to }: { days: readonly Slot['day'][]; from: string; to: string }) =>
  days.map((day): Slot => ({ day, from, to }))
