import { addDays, addYears, format, getDay, isWeekend, parseISO, previousMonday } from 'date-fns'
import { expect, test } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'
import { bankHolidaysRunOut, workingDayAfter } from './working-days.ts'

test('five working days after a weekday are the same weekday a week later', () => {
  expect(workingDayAfter('2026-11-25', 5)).toBe('2026-12-02')
})

test('after a Friday, a Saturday or a Sunday the first working day is Monday', () => {
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22'])
    expect(workingDayAfter(day, 1)).toBe('2026-11-23')
  expect(workingDayAfter('2026-11-21', 5)).toBe('2026-11-27')
})

test('Christmas 2026 closes Friday and, for Boxing Day, the Monday after it', () => {
  expect(workingDayAfter('2026-12-24', 1)).toBe('2026-12-29')
  expect(workingDayAfter('2026-12-21', 5)).toBe('2026-12-30')
  expect(workingDayAfter('2026-12-24', 5)).toBe('2027-01-05')
})

test('Christmas 2027 falls on a weekend and closes the Monday and Tuesday after it', () => {
  expect(workingDayAfter('2027-12-24', 1)).toBe('2027-12-29')
  expect(workingDayAfter('2027-12-24', 5)).toBe('2028-01-05')
})

test('Easter closes Friday and Monday', () => {
  expect(workingDayAfter('2026-04-01', 5)).toBe('2026-04-10')
  expect(workingDayAfter('2027-03-25', 1)).toBe('2027-03-30')
})

test('a change of the clocks neither loses a day nor counts one twice', () => {
  expect(workingDayAfter('2027-03-24', 5)).toBe('2027-04-02')
  expect(workingDayAfter('2026-10-23', 5)).toBe('2026-10-30')
})

test('every year we know has the holidays that the law lays down, on the days it lays them down', () => {
  const years = Object.keys(bankHolidays).map(Number)
  expect(years.length).toBeGreaterThanOrEqual(4)
  expect(years).toEqual(years.map((_, index) => (years[0] ?? 0) + index))
  for (const year of years) expect(bankHolidays[year]).toEqual(standingHolidays(year))
})

test('when the list is about to end the start says so, a year ahead', () => {
  const last = Math.max(...Object.keys(bankHolidays).map(Number))
  expect(bankHolidaysRunOut(`${last - 1}-12-31`)).toBeNull()
  expect(bankHolidaysRunOut(`${last}-01-01`)).toContain(`end of ${last} only`)
  expect(bankHolidaysRunOut(`${last + 1}-06-01`)).toContain('docs/operations.md')
})

test('after the list has ended the weekends are still closed', () => {
  const last = Math.max(...Object.keys(bankHolidays).map(Number))
  const friday = format(fridayAfter(addYears(parseISO(`${last}-06-01`), 1)), 'yyyy-MM-dd')
  expect(workingDayAfter(friday, 5)).toBe(format(addDays(parseISO(friday), 7), 'yyyy-MM-dd'))
})

/**
 * Worked out apart from the list: the Act of 1971 with the substitutes that are proclaimed year
 * after year. A year with a day of its own, such as a coronation, needs a line here.
 */
function standingHolidays(year: number): string[] {
  const easter = easterSunday(year)
  return [
    ...weekdaysFrom(new Date(year, 0, 1), 1),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, 4),
    previousMonday(new Date(year, 5, 1)),
    previousMonday(new Date(year, 8, 1)),
    ...weekdaysFrom(new Date(year, 11, 25), 2),
  ].map((day) => format(day, 'yyyy-MM-dd'))
}

/** New Year's Day, or Christmas Day and Boxing Day, each moved on from a weekend. */
function weekdaysFrom(day: Date, count: number): Date[] {
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(day, days))
  return week.filter((one) => !isWeekend(one)).slice(0, count)
}

function firstMonday(year: number, month: number): Date {
  const first = new Date(year, month, 1)
  return addDays(first, (8 - getDay(first)) % 7)
}

function fridayAfter(day: Date): Date {
  return addDays(day, (12 - getDay(day)) % 7 || 7)
}

/** The Gregorian Easter, by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): Date {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}
