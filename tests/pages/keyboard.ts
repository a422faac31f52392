import { expect, type Locator } from '@playwright/test'
import type { Person } from './person.ts'

/** Presses Tab until something has the focus; fails where the focus cannot be seen, or never comes. */
export async function tabTo(person: Person, target: Locator) {
  for (let presses = 0; presses < 100; presses++) {
    await tab(person)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The focus does not come to ${String(target)}`)
}

/** Presses Tab once, and looks whether what has the focus then shows it. */
export async function tab({ page }: Person) {
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  // The browser's own bars come between the last and the first stop of a page.
  if ((await focused.count()) === 0) return
  const shown = await focused.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    // Radios and checkboxes are drawn beside the input itself.
    const drawn = getComputedStyle(element.nextElementSibling ?? element, '::before').boxShadow
    // What the browser draws by itself is called auto.
    const ring =
      outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
    const isMarked = ring || boxShadow !== 'none' || drawn !== 'none'
    const { width, height, bottom, top } = element.getBoundingClientRect()
    const isInView = bottom > 0 && top < innerHeight && width > 1 && height > 1
    return { isMarked, isInView, html: element.outerHTML.slice(0, 120) }
  })
  expect(shown).toMatchObject({ isMarked: true, isInView: true })
}
