import { addMonths, format, parseISO } from 'date-fns'
import { ageOn } from '#app/features/introductions/age.ts'
import { notRunning, standingOn, type Dates } from './status.ts'
import { ageWords } from './wording.ts'

/** The rules of a programme, as its row and the rows beside it hold them. */
export interface Rules extends Dates {
  kind: 'support' | 'board'
  minAge: number | null
  maxAge: number | null
  ageMeasuredAt: 'referral' | 'start'
  onlySex: 'women' | 'men' | null
  needLink: string
  areasOnly: boolean
  areas: string[]
}

/** What is known of somebody who is to be enrolled; days are `yyyy-MM-dd`. */
export interface Applicant {
  born: string
  /** Null where they start on the day they are referred. */
  referredOn: string | null
  startsOn: string
  /** The coordinator has made sure of what is not kept about anybody. */
  rulesConfirmed: boolean
}

/** Why somebody cannot be enrolled, by the field it is about; nothing when they can. */
export function refusals(rules: Rules, applicant: Applicant): Record<string, string[]> {
  const { startsOn, born } = applicant
  if (rules.kind === 'board') return { programmeId: ['Nobody is enrolled in a board'] }
  const closed = notRunning[standingOn(rules, startsOn)]
  if (closed !== null) return { programmeId: [closed] }
  const age = ageOn(born, ageDayOf(rules, applicant))
  const { minAge, maxAge } = rules
  if ((minAge !== null && age < minAge) || (maxAge !== null && age > maxAge)) {
    const when = rules.ageMeasuredAt === 'referral' ? 'when they are referred' : 'when they start'
    return {
      programmeId: [
        `This programme is for people ${ageWords(rules)} ${when}. This person is ${age}.`,
      ],
    }
  }
  if (rulesToConfirm(rules).length > 0 && !applicant.rulesConfirmed)
    return { rulesConfirmed: [`Make sure first: ${rulesToConfirm(rules).join('; ')}`] }
  return {}
}

/** The day on which a programme asks how old somebody is. */
export const ageDayOf = (
  { ageMeasuredAt }: Pick<Rules, 'ageMeasuredAt'>,
  { referredOn, startsOn }: Pick<Applicant, 'referredOn' | 'startsOn'>,
) => (ageMeasuredAt === 'referral' ? (referredOn ?? startsOn) : startsOn)

/**
 * What the coordinator makes sure of, in words. The answers are not kept: only that somebody asked,
 * who, and when.
 */
export function rulesToConfirm({
  onlySex,
  needLink,
  areasOnly,
  areas,
}: Pick<Rules, 'onlySex' | 'needLink' | 'areasOnly' | 'areas'>): string[] {
  return [
    ...(onlySex === null ? [] : [`it is for ${onlySex} only`]),
    ...(needLink === '' ? [] : [`it is for people with ${needLink}`]),
    ...(areasOnly ? [`it is for people who live in ${areas.join(', ') || 'its areas'}`] : []),
  ]
}

/** The day a review is due: so many months on, or the last day of a shorter month. */
export const monthsLater = (day: string, months: number) =>
  format(addMonths(parseISO(day), months), 'yyyy-MM-dd')
