import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What holds for every page whatever it is about: fails with all that is wrong with this one. */
export async function checkPage(page: Page, javaScript: boolean) {
  const problems = [
    ...(await violations(page, javaScript)),
    ...(await headingProblems(page)),
    ...(await overflow(page)),
    ...(await escapedTwice(page)),
  ]
  expect(problems, page.url()).toEqual([])
}

/** What axe finds, by all its rules. */
async function violations(page: Page, javaScript: boolean): Promise<string[]> {
  const found = javaScript ? await axe(page) : await withScripts(page, () => axe(page))
  return found.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function axe(page: Page) {
  // No page of ours has frames, and its other mode needs a second page with scripts.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found
}

/**
 * Lets scripts run in a page that was opened without them. Those of the page have been passed over
 * by then, so that axe reads what somebody without scripts has before them.
 */
async function withScripts<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const devtools = await page.context().newCDPSession(page)
  const disable = (value: boolean) =>
    devtools.send('Emulation.setScriptExecutionDisabled', { value })
  try {
    // Switching off what is off already makes this session the one that may switch it on.
    await disable(true)
    await disable(false)
    return await work()
  } finally {
    await disable(true)
    await devtools.detach()
  }
}

/** One heading, and a title that says it: by its words, or by what stands above them. */
async function headingProblems(page: Page): Promise<string[]> {
  const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts()
  if (headings.length !== 1) return [`${headings.length} first headings`]
  const [, title = ''] = /^(?:Error: )?(.*?)(?: – Throughgate)?$/.exec(await page.title()) ?? []
  const heading = headings[0] ?? ''
  const own = heading.split('\n').at(-1) ?? ''
  if (says(title, own) || says(heading, title) || namesAPerson(page.url())) return []
  return [`the title “${title}” does not say the heading “${heading}”`]
}

const says = (text: string, words: string) =>
  words !== '' && text.toLowerCase().includes(words.toLowerCase())

/** Their headings name a person; browsers keep titles, so theirs may not. */
const namesAPerson = (url: string) =>
  /^\/(mentor\/introductions\/[\w-]+\/(approve|second|confirm-start)|office\/second-approvals\/[\w-]+)$/.test(
    new URL(url).pathname,
  )

async function overflow(page: Page): Promise<string[]> {
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  return (wide ?? 0) > (room ?? 0) ? [`${wide} pixels wide in a window of ${room}`] : []
}

/** Signs that were meant for the browser and are read by people: `&amp;` where `&` should stand. */
async function escapedTwice(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => [
    document.title,
    document.body.innerText,
    ...Array.from(document.body.querySelectorAll('*'), ({ attributes }) =>
      Array.from(attributes, ({ value }) => value),
    ).flat(),
  ])
  return shown.flatMap((text) => /&(amp|lt|gt|quot|apos|nbsp|#\w+);.*/.exec(text)?.[0] ?? [])
}
