import { addMonths, format, parseISO } from 'date-fns'
import { longDate } from '#app/platform/clock.ts'
import type { Kind } from './vocabulary.ts'

/** The day an opening of this kind is about, by the key of its answer: nobody shows interest after. */
const firstDays: Partial<Record<Kind, string>> = {
  interview_experience: 'interviewOn',
  work_experience: 'startsOn',
}

/** The name and the London day of it; null where the kind has none, or none is given yet. */
export function firstDayOf(
  kind: Kind,
  details: Record<string, unknown>,
): { name: string; day: string } | null {
  const name = firstDays[kind]
  const day = name && details[name]
  return name && typeof day === 'string' ? { name, day } : null
}

/** What is wrong with a last day to show interest, in words; null when nothing is. */
export function closingDayProblem(
  closesOn: string,
  { today, firstDay }: { today: string; firstDay: string | null },
): string | null {
  if (closesOn < today) return 'The last day must be today or later'
  const latest = format(addMonths(parseISO(today), 12), 'yyyy-MM-dd')
  if (closesOn > latest)
    return `The last day must be within 12 months, by ${longDate(latest)}. You can open it again later`
  if (firstDay !== null && closesOn > firstDay)
    return `The last day to show interest must not be after the opening’s own day, ${longDate(firstDay)}`
  return null
}

/** What is wrong with the day an opening is about. */
export function firstDayProblem(
  day: string,
  { today, closesOn }: { today: string; closesOn: string | null },
): string | null {
  if (day <= today) return 'The day must be after today'
  if (closesOn !== null && day < closesOn)
    return `The day must not be before the last day to show interest, ${longDate(closesOn)}`
  return null
}
