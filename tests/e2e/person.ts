import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'

export type Role = 'candidate' | 'mentor' | 'employer' | 'board' | 'coordinator'

/** Somebody with a browser of their own, and everything any page has ever told that browser. */
export interface Person {
  page: Page
  /** Every page and loader answer this browser received since it was last asked. */
  heard: () => string
  /** Follows a link or button link, then presses the one button that does it. */
  take: (link: string | RegExp, fill?: (page: Page) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

/** Opens a browser and becomes one of the demo's people. */
export async function be(browser: Browser, role: Role, javaScriptEnabled = true): Promise<Person> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  let heard: string[] = []
  const problems: string[] = []
  page.on('response', (response) => {
    if (/html|json|x-script|text\/plain/.test(response.headers()['content-type'] ?? ''))
      void response.text().then(
        (text) => heard.push(text),
        // Redirects have no body.
        () => undefined,
      )
  })
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`as an? ${role}`) }).click()
  return {
    page,
    heard: () => {
      const all = heard.join('\n')
      heard = []
      return all
    },
    take: async (link, fill) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: link })
        .or(page.getByRole('main').getByRole('link', { name: link }))
        .first()
        .click()
      await page.waitForLoadState()
      await fill?.(page)
      const url = page.url()
      await page.locator('main form[method="post"] button').first().click()
      await expect(page).not.toHaveURL(url)
    },
    close: async () => {
      await context.close()
      expect(problems).toEqual([])
    },
  }
}

/** No violation of WCAG 2.2 A or AA that axe can see on this page. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([])
}
