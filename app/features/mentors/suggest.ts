import { milesInWords, reachInWords } from '#app/features/opportunities/distance-words.ts'
import { nearestMiles } from '#search/distances.ts'

interface Wishes {
  age: number
  kinds: string[]
  sectors: string[]
  hours: string[]
  outcode: string
  reachMiles: number
}

interface Opening {
  kind: string
  sector: string | null
  hours: string[]
  outcodes: string[]
  isRemote: boolean
  minAge: number
}

/** How well an opening fits a person's wishes, and in words why or why not. */
export function judge(person: Wishes, opening: Opening) {
  const miles = nearestMiles(person.outcode, opening.outcodes)
  const isNear = opening.isRemote || (miles !== null && miles <= person.reachMiles)
  const isOldEnough = person.age >= opening.minAge
  const checks = [
    reason(person.kinds.includes(opening.kind), 'They want this kind', 'Not a kind they asked for'),
    reason(isNear, nearWords(opening, miles), farWords(miles, person.reachMiles)),
    reason(
      opening.sector !== null && person.sectors.includes(opening.sector),
      'Work they named',
      'Not among the work they named',
    ),
    reason(
      person.hours.length === 0 || opening.hours.some((one) => person.hours.includes(one)),
      'The hours fit',
      'Other hours than they asked for',
    ),
    reason(isOldEnough, 'Old enough', `For people aged ${opening.minAge} or over`),
  ]
  return {
    isOldEnough,
    score: checks.filter(({ isMet }) => isMet).length + (isOldEnough ? 0 : -10),
    reasons: checks,
  }
}

const reason = (isMet: boolean, met: string, unmet: string) => ({
  isMet,
  text: isMet ? met : unmet,
})

const nearWords = ({ isRemote }: Opening, miles: number | null) =>
  isRemote ? 'Can be done from home' : `It is ${milesInWords(miles ?? 0)} away`

const farWords = (miles: number | null, reach: number) =>
  miles === null ? 'We do not know how far it is' : reachInWords(miles, reach)
