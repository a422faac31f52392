import { expect } from '@playwright/test'
import { AWKWARD } from './awkward.ts'
import type { Person } from './person.ts'

export interface FormPage {
  /** Where it is; or how to come to it. */
  at: string | ((person: Person) => Promise<void>)
  button: string
  /** Nothing that is written into it would be refused. */
  takesAnyText?: boolean
}

/**
 * Sends a form empty, then with an awkward text in every box. Each time the page must say first
 * what is wrong and lead to it; and what was typed must still be there.
 */
export async function expectToRefuse(person: Person, { at, button, takesAnyText }: FormPage) {
  await (typeof at === 'string' ? person.goTo(at) : at(person))
  await empty(person)
  await person.choose(button)
  await expectRefused(person)
  await expectLinksToFields(person)
  // What is typed as a password is never sent back.
  const boxes = person.main.locator(':not([type="password"])').and(person.main.getByRole('textbox'))
  if (takesAnyText || (await boxes.count()) === 0) return
  for (const box of await boxes.all()) await box.fill(AWKWARD)
  await person.choose(button)
  await expectRefused(person)
  for (const box of await boxes.all()) await expect(box).toHaveValue(AWKWARD)
}

async function empty({ main }: Person) {
  for (const box of await main.getByRole('textbox').all()) await box.fill('')
  for (const box of await main.getByRole('checkbox').all()) await box.setChecked(false)
  for (const list of await main.getByRole('combobox').all()) await list.selectOption({ index: 0 })
}

async function expectRefused({ page, main, javaScript }: Person) {
  await expect(page).toHaveTitle(/^Error: /)
  const summary = main.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(summary).toBeInViewport()
  const order = await main
    .getByRole('heading')
    .evaluateAll((headings) => headings.map(({ tagName }) => tagName))
  // The summary's own heading stands before the page's.
  expect(order.slice(0, 2)).toEqual(['H2', 'H1'])
  if (javaScript) await expect(page.locator(':focus').getByRole('alert')).toBeVisible()
}

/** Of an empty form there is always a field that is wrong. */
async function expectLinksToFields({ page, main }: Person) {
  const links = main.getByRole('alert').getByRole('link')
  await expect(links).not.toHaveCount(0)
  for (const link of await links.all()) {
    await link.click()
    await expect(page.locator((await link.getAttribute('href')) ?? '')).toBeFocused()
  }
  await expect(page).toHaveTitle(/^Error: /)
}
