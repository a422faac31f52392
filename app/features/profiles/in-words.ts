import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'
import { timeInWords } from '#app/platform/typed-time.ts'
import { hourLimits, travelModes, weekdays } from './vocabulary.ts'

export interface Week {
  days: readonly { weekday: number; fromTime: string; untilTime: string }[]
  isSchoolHours: boolean
  isTermTimeOnly: boolean
}

/** When somebody can work, a line for each day and each limit; days alike stand together. */
export function weekInWords({ days, isSchoolHours, isTermTimeOnly }: Week): string[] {
  const lines: { names: string[]; hours: string }[] = []
  for (const { number, name } of weekdays) {
    const day = days.find(({ weekday }) => weekday === number)
    if (!day) continue
    const hours = hoursInWords(day)
    const before = lines.at(-1)
    const follows = before?.names.at(-1) === weekdays[number - 2]?.name
    if (before && follows && before.hours === hours) before.names.push(name)
    else lines.push({ names: [name], hours })
  }
  return [
    ...lines.map(({ names, hours }) => `${rangeOf(names)}: ${hours}`),
    ...(isSchoolHours ? [labelOf(hourLimits, 'school_hours')] : []),
    ...(isTermTimeOnly ? [labelOf(hourLimits, 'term_time')] : []),
  ]
}

const rangeOf = (names: string[]) =>
  names.length < 3 ? names.join(' and ') : `${names[0]} to ${names.at(-1)}`

function hoursInWords({ fromTime, untilTime }: { fromTime: string; untilTime: string }) {
  const isOvernight = untilTime < fromTime
  return `${timeInWords(fromTime)} to ${timeInWords(untilTime)}${isOvernight ? ' the next morning' : ''}`
}

export interface Qualification {
  name: string
  awardingBody: string
  gainedOn: string | null
  level: string
}

/** A ticket or qualification in one line. Where it was gained is no part of it, whoever reads. */
export const qualificationInWords = ({ name, awardingBody, gainedOn, level }: Qualification) =>
  [name, level, awardingBody, gainedOn && longDate(gainedOn)].filter(Boolean).join(', ')

/** When somebody could start, for those who may know of a release: no employer reads this. */
export function startInWords({
  earliestStart,
  expectedRelease,
}: {
  earliestStart: string | null
  expectedRelease: string | null
}): string {
  if (expectedRelease) return `After a release, expected on ${longDate(expectedRelease)}`
  return earliestStart ? `From ${longDate(earliestStart)}` : 'At any time'
}

export interface Travel {
  modes: string[]
  maxMinutes: number | null
  earliestLeave: string | null
  latestHome: string | null
}

/** How somebody gets about, a line for each thing they said. */
export const travelInWords = ({
  modes,
  maxMinutes,
  earliestLeave,
  latestHome,
}: Travel): string[] => [
  ...(modes.length > 0 ? [modes.map((mode) => labelOf(travelModes, mode)).join(', ')] : []),
  ...(maxMinutes === null ? [] : [`Up to ${maxMinutes} minutes`]),
  ...(earliestLeave === null ? [] : [`Can leave at ${timeInWords(earliestLeave)} or later`]),
  ...(latestHome === null ? [] : [`Has to be home by ${timeInWords(latestHome)}`]),
]
