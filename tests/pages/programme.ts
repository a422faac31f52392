import { expect, type Locator } from '@playwright/test'
import { answer, type Answer } from './form.ts'
import type { Person } from './person.ts'

/** Adds a programme by the office's pages, and comes to its own page; gives its address. */
export async function addProgramme(office: Person, name: string, operator: string) {
  await office.goTo('/office/programmes')
  await office.choose('Add a programme')
  await answer(office, {
    Name: name,
    'What kind is it?': 'It supports people',
    'Who runs it?': operator,
  })
  await office.choose('Add this programme')
  await expect(office.main).toContainText(`A programme run by ${operator}`)
  return new URL(office.page.url()).pathname
}

/** The card of a programme's page with this title. */
export const cardOf = (office: Person, title: string): Locator =>
  office.main
    .locator('.govuk-summary-card')
    .filter({ has: office.page.getByRole('heading', { name: title, exact: true }) })

/** Follows a link of a card, fills in the form behind it, and comes back by its button. */
export async function fillCard(
  office: Person,
  card: string,
  link: RegExp,
  answers: Record<string, Answer>,
  button: string,
) {
  await office.choose(link, cardOf(office, card))
  await answer(office, answers)
  await office.choose(button)
}
