import { tz } from '@date-fns/tz'
import { addDays, isWeekend, parseISO } from 'date-fns'
import { bankHolidays } from './bank-holidays.ts'
import { londonDay } from './clock.ts'

const london = tz('Europe/London')
const holidays = new Set(Object.values(bankHolidays).flat())
const lastYear = Math.max(...Object.keys(bankHolidays).map(Number))

/**
 * The `count`th working day after a London day (`yyyy-MM-dd`), which itself does not count. Closed
 * are weekends and the bank holidays of England and Wales.
 */
export function workingDayAfter(day: string, count: number): string {
  let at = parseISO(day, { in: london })
  for (let left = count; left > 0;) {
    at = addDays(at, 1, { in: london })
    if (isWorkingDay(at)) left -= 1
  }
  return londonDay(at)
}

/**
 * What to say at the start when the bank holidays we know end within a year of this London day.
 * After them only weekends count as closed, so that nobody's introduction stops for want of a list.
 */
export function bankHolidaysRunOut(today: string): string | null {
  if (Number(today.slice(0, 4)) < lastYear) return null
  return `Bank holidays are known until the end of ${lastYear} only: after that, days to answer by are counted without them. See docs/operations.md.`
}

const isWorkingDay = (at: Date) => !isWeekend(at, { in: london }) && !holidays.has(londonDay(at))
