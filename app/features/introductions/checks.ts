import { longDate } from '#app/platform/clock.ts'
import { reachInWords } from '#app/features/opportunities/distance-words.ts'
import { hours, kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import type { Verdict } from '#app/features/restrictions/judge.ts'
import type { RestrictionStatus } from '#app/features/restrictions/status.ts'
import { asWord, giveawayInWords, isHard, type Giveaway } from './giveaways.ts'

export type CheckResult = 'met' | 'not_met' | 'warn' | 'ask' | 'unknown' | 'not_checked'

/** One line of the approval page: what was asked, what came out, and from which facts. */
export interface Check {
  name: string
  result: CheckResult
  because: string
}

export interface CheckFacts {
  /** Live as long as it lasts, and used once the words were released: then its end says nothing. */
  consent: { givenAt: Date | null; expiresAt: Date | null; isLive: boolean; isUsed: boolean }
  officer: { isNeeded: boolean; name: string | null; approvedOn: string | null }
  second: { isNeeded: boolean; givenAt: Date | null }
  /** Null where no programme of theirs records any, and nobody has said anything. */
  restrictions: {
    status: RestrictionStatus
    setAt: Date | null
    /** Null where there are none, and for a volunteer, who reads only that there are some. */
    verdict: Verdict | null
  } | null
  /** What the words hold of the person's name and addresses. */
  giveaways: readonly Giveaway[]
  /** Of those, the words that the approver has said are not meant as the name. */
  approvedNotNames: readonly string[]
  /** Whether the person has hidden themselves from this employer. */
  isHidden: boolean
  wishes: { kinds: string[]; hours: string[]; reachMiles: number } | null
  opening: {
    kind: string
    hours: string[]
    isRemote: boolean
    minAge: number
    places: number
    placesTaken: number
    stance: string | null
  }
  /** Miles to the nearest site; null where either end is not known. */
  miles: number | null
  age: number
}

export const checkLabels: Record<CheckResult, string> = {
  met: 'Met',
  not_met: 'Not met',
  warn: 'Look at this',
  ask: 'Ask the officer',
  unknown: 'Unknown',
  not_checked: 'Not checked',
}

/** Every check a mentor sees before turning the key. "Not checked" never means "none". */
export function checksOf(facts: CheckFacts): Check[] {
  return [
    consentCheck(facts),
    giveawaysCheck(facts),
    ...(facts.officer.isNeeded ? [officerCheck(facts)] : []),
    ...(facts.second.isNeeded ? [secondCheck(facts)] : []),
    ...(facts.restrictions ? [restrictionsCheck(facts.restrictions, facts.officer)] : []),
    ...(facts.isHidden ? [hiddenCheck] : []),
    distanceCheck(facts),
    kindCheck(facts),
    hoursCheck(facts),
    ageCheck(facts),
    placesCheck(facts),
    stanceCheck(facts),
  ]
}

function consentCheck({ consent }: CheckFacts): Check {
  const name = 'The person’s yes'
  if (!consent.givenAt || !consent.expiresAt)
    return { name, result: 'not_met', because: 'They have not said yes yet.' }
  if (consent.isUsed)
    return { name, result: 'met', because: `Given on ${longDate(consent.givenAt)}.` }
  return consent.isLive
    ? {
        name,
        result: 'met',
        because: `Given on ${longDate(consent.givenAt)}, good until ${longDate(consent.expiresAt)}.`,
      }
    : { name, result: 'not_met', because: `Ran out on ${longDate(consent.expiresAt)}.` }
}

function giveawaysCheck({ giveaways, approvedNotNames }: CheckFacts): Check {
  const name = 'Nothing in the words gives the name away'
  const left = giveaways.filter((one) => isHard(one) || !approvedNotNames.includes(asWord(one)))
  if (left.length > 0)
    return {
      name,
      result: 'not_met',
      because: `In the words: ${left.map(giveawayInWords).join('; ')}.`,
    }
  return {
    name,
    result: 'met',
    because:
      giveaways.length > 0
        ? `${giveaways.map(({ text }) => `“${text}”`).join(', ')}: approved as not meant as the name.`
        : 'No part of the name, number, address or link was found. Read them yourself as well.',
  }
}

function officerCheck({ officer }: CheckFacts): Check {
  const name = 'Supervising officer’s approval'
  return officer.name && officer.approvedOn
    ? { name, result: 'met', because: `${officer.name}, ${longDate(officer.approvedOn)}.` }
    : { name, result: 'not_met', because: 'Not on record.' }
}

function secondCheck({ second }: CheckFacts): Check {
  const name = 'Second approval'
  return second.givenAt
    ? { name, result: 'met', because: `Given on ${longDate(second.givenAt)}.` }
    : { name, result: 'not_met', because: 'The safeguarding lead has not approved yet.' }
}

function restrictionsCheck(
  facts: NonNullable<CheckFacts['restrictions']>,
  officer: CheckFacts['officer'],
): Check {
  const name = 'Restrictions'
  const { status, setAt, verdict } = facts
  if (status === 'not_checked')
    return {
      name,
      result: 'not_checked',
      because: 'Nobody has said whether there are any, which is not the same as none.',
    }
  if (status === 'none')
    return { name, result: 'met', because: `None${setAt ? `, said on ${longDate(setAt)}` : ''}.` }
  if (verdict === 'ask' && officer.name)
    return { name, result: 'met', because: 'There are some, and an officer has said yes to this.' }
  return { name, ...besideOpening[verdict ?? 'unsaid'] }
}

/** Never which they are: that is read with a reason, on a page of its own. */
const besideOpening: Record<Verdict | 'unsaid', Omit<Check, 'name'>> = {
  blocked: { result: 'not_met', because: 'There are some, and this opening does not fit them.' },
  ask: { result: 'ask', because: 'There are some, and an officer has to say about this opening.' },
  warn: {
    result: 'warn',
    because: 'There are some, and they touch this opening. Read them first.',
  },
  unknown: {
    result: 'unknown',
    because: 'There are some, and the opening or the record does not say enough to judge by.',
  },
  fits: { result: 'met', because: 'There are some, and this opening fits them.' },
  unsaid: { result: 'unknown', because: 'There are some. The office knows which.' },
}

const hiddenCheck: Check = {
  name: 'May be put forward to this employer',
  result: 'not_met',
  because: 'The person does not want to be. Talk to them about it, then refuse.',
}

function distanceCheck({ wishes, opening, miles }: CheckFacts): Check {
  const name = 'Within reach'
  if (opening.isRemote) return { name, result: 'met', because: 'Can be done from home.' }
  if (miles === null || !wishes)
    return { name, result: 'unknown', because: 'One of the two places is not known.' }
  return {
    name,
    result: miles <= wishes.reachMiles ? 'met' : 'not_met',
    because: `${reachInWords(miles, wishes.reachMiles)}.`,
  }
}

function kindCheck({ wishes, opening }: CheckFacts): Check {
  const name = 'The kind they want'
  if (!wishes || wishes.kinds.length === 0)
    return { name, result: 'unknown', because: 'They have not said which kinds they want.' }
  return {
    name,
    result: wishes.kinds.includes(opening.kind) ? 'met' : 'not_met',
    because: `This is: ${labelOf(kinds, opening.kind)}. They want: ${wishes.kinds.map((kind) => labelOf(kinds, kind)).join(', ')}.`,
  }
}

function hoursCheck({ wishes, opening }: CheckFacts): Check {
  const name = 'The hours they want'
  if (!wishes || wishes.hours.length === 0)
    return { name, result: 'unknown', because: 'They have not said which hours they want.' }
  if (opening.hours.length === 0)
    return { name, result: 'unknown', because: 'The employer has not said which hours these are.' }
  const label = (list: string[]) => list.map((one) => labelOf(hours, one)).join(', ')
  return {
    name,
    result: opening.hours.some((one) => wishes.hours.includes(one)) ? 'met' : 'not_met',
    because: `These are: ${label(opening.hours)}. They want: ${label(wishes.hours)}.`,
  }
}

const ageCheck = ({ opening, age }: CheckFacts): Check => ({
  name: 'Old enough',
  result: age >= opening.minAge ? 'met' : 'not_met',
  because: `Aged ${age}; the opening is from ${opening.minAge}.`,
})

function placesCheck({ opening: { places, placesTaken } }: CheckFacts): Check {
  const left = Math.max(0, places - placesTaken)
  return {
    name: 'A place left',
    result: left > 0 ? 'met' : 'not_met',
    because: `${left} of ${places} ${places === 1 ? 'place' : 'places'} left.`,
  }
}

function stanceCheck({ opening }: CheckFacts): Check {
  const name = 'What the employer leaves out'
  if (opening.stance === 'open')
    return { name, result: 'met', because: 'Open to everybody, whatever is in their past.' }
  return {
    name,
    result: 'not_checked',
    because: 'We hold no list of anybody’s convictions. Talk it through with the person.',
  }
}
