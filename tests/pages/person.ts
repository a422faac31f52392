import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { checkPage } from './checks.ts'
import { listen, type Hearing } from './hearing.ts'
import { ready, settled } from './settled.ts'
import { watch } from './problems.ts'

export interface PersonOptions {
  javaScript?: boolean
  /** Of the window, in pixels. */
  width?: number
}

/**
 * Somebody with a browser of their own. Wherever they come by these ways, the page is checked; a
 * page they came to in another way must be checked with `look`, or the test fails when they leave.
 */
export interface Person extends Hearing {
  page: Page
  main: Locator
  javaScript: boolean
  /** Opens an address, which answers so. */
  goTo: (path: string, status?: number) => Promise<void>
  /** Follows a link, or sends a form by its button, and waits for what comes of it. */
  choose: (name: string | RegExp, within?: Locator) => Promise<void>
  /** Does something that leads to a page, and waits for it. */
  arrive: (act: () => Promise<unknown>) => Promise<void>
  /** Checks the page as it is now. */
  look: () => Promise<void>
  /** The same browser, one more page of it. */
  newTab: () => Promise<Person>
  leave: () => Promise<void>
}

/** Opens a browser for somebody who is not signed in. */
export async function openPerson(
  browser: Browser,
  { javaScript = true, width = 1280 }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 800 },
  })
  const tabs: Person[] = []
  const newTab = async () => {
    const tab = { ...sitAt(await context.newPage(), javaScript), newTab }
    tabs.push(tab)
    return tab
  }
  const leave = async () => {
    for (const tab of tabs) await tab.leave()
    await context.close()
  }
  return { ...(await newTab()), leave }
}

function sitAt(page: Page, javaScript: boolean): Omit<Person, 'newTab'> {
  const problems = watch(page)
  const hearing = listen(page)
  const look = async () => {
    await hearing.allHeard()
    await checkPage(page, javaScript)
    problems.checked(page.url())
  }
  const arrive = async (act: () => Promise<unknown>) => {
    await settled(page, javaScript, act)
    await look()
  }
  const main = page.getByRole('main')
  return {
    ...hearing,
    page,
    main,
    javaScript,
    look,
    arrive,
    goTo: async (path, status = 200) => {
      const response = await page.goto(path)
      expect(response?.status(), path).toBe(status)
      await ready(page, javaScript)
      await look()
    },
    choose: (name, within = main) => {
      const named = { name, exact: typeof name === 'string' }
      // Some links look like buttons, and say that they are.
      const way = within.getByRole('link', named).or(within.getByRole('button', named))
      return arrive(() => way.click())
    },
    leave: async () => {
      await hearing.allHeard()
      expect(problems.found()).toEqual([])
    },
  }
}
