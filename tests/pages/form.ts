import type { Locator } from '@playwright/test'
import type { Person } from './person.ts'

/** A text or the start of a choice; several choices; a day. */
export type Answer = string | string[] | Date

/** Fills in a form, each answer under its question as the page words it. */
export async function answer({ main }: Person, answers: Record<string, Answer>) {
  for (const [question, value] of Object.entries(answers)) {
    const group = main.getByRole('group', { name: question, exact: true })
    if (value instanceof Date) await typeDay(group, value)
    else if ((await group.count()) > 0)
      for (const choice of [value].flat()) await group.getByLabel(choice, { exact: true }).check()
    else await write(main.getByLabel(question, { exact: true }), String(value))
  }
}

async function typeDay(group: Locator, day: Date) {
  const [year = '', month = '', date = ''] = londonDay(day).split('-')
  await group.getByLabel('Day').fill(date)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

async function write(field: Locator, text: string) {
  const isList = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT'
  if (!isList) return field.fill(text)
  const option = field.locator('option', { hasText: text }).first()
  await field.selectOption(await option.getAttribute('value'))
}

/** The day in Norfolk, which is what the forms ask for, as `yyyy-MM-dd`. */
const londonDay = (day: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(day)

/** So many days from today. */
export const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
