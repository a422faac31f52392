/** A form as it was sent; a day is in three boxes of it, `name-day`, `name-month` and `name-year`. */
type Boxes = Record<string, unknown>

const dayParts = ['day', 'month', 'year'] as const

/** The day in the three boxes as `yyyy-MM-dd`, or null when there is no such day. */
export function dayFrom(form: Boxes, name: string): string | null {
  const { day, year, ...typed } = typedDay(form, name)
  const month = monthNumber(typed.month)
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

/**
 * What is wrong with the three boxes, in words; null when they hold a day.
 *
 * @param ask what the field asks for, "Enter the first day"
 * @param example how such a day is typed, "5 3 2026"
 */
export function dayProblem(
  form: Boxes,
  name: string,
  { ask, example }: { ask: string; example: string },
): string | null {
  const typed = typedDay(form, name)
  const missing = dayParts.filter((part) => typed[part] === '')
  if (missing.length === 3) return `${ask}, like ${example}`
  if (missing.length > 0)
    return `${ask} with ${missing.map((part) => `a ${part}`).join(' and ')}, like ${example}`
  if (/^\d{1,3}$/.test(typed.year)) return `${ask} with four figures for the year, like ${example}`
  return dayFrom(form, name) === null ? `${ask} as a real date, like ${example}` : null
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

/** The number of a month typed by its name or the first three letters of it; else what was typed. */
function monthNumber(typed: string): string {
  const wanted = typed.toLowerCase().replace(/\.$/, '')
  const at = months.findIndex((name) => name === wanted || name.slice(0, 3) === wanted)
  return at === -1 ? typed : String(at + 1)
}

/** What was typed into the three boxes: to be judged, or shown again. */
export function typedDay(form: Boxes = {}, name: string): Record<'day' | 'month' | 'year', string> {
  const typed = (part: string) => {
    const value = form[`${name}-${part}`]
    return typeof value === 'string' ? value.trim() : ''
  }
  return { day: typed('day'), month: typed('month'), year: typed('year') }
}
