import type { Page, Response } from '@playwright/test'

/** Does something that asks the server for a page, and waits until the page stands. */
export async function settled(page: Page, javaScript: boolean, act: () => Promise<unknown>) {
  const loaded = new Promise((resolve) => page.once('load', resolve))
  const answered = page.waitForResponse(isPageOrData)
  await act()
  // With scripts a form is sent by them, and no new document comes.
  if ((await answered).request().isNavigationRequest()) await loaded
  await ready(page, javaScript)
}

/** Waits until a page that has loaded is in the hands of its scripts, and these are idle. */
export async function ready(page: Page, javaScript: boolean) {
  if (javaScript) await page.waitForFunction(isIdle)
}

function isPageOrData(response: Response) {
  const request = response.request()
  return (
    request.isNavigationRequest() ||
    request.method() === 'POST' ||
    new URL(response.url()).pathname.endsWith('.data')
  )
}

/**
 * In the browser: the last part of the page belongs to React, and no navigation is under way; or it
 * is a page that carries no script, and stands once it has loaded.
 */
function isIdle() {
  if (document.scripts.length === 0) return document.readyState === 'complete'
  type Router = { state: { navigation: { state: string } } }
  const { __remixRouter: router } = window as unknown as { __remixRouter?: Router }
  const footer = document.querySelector('footer') ?? {}
  const isHydrated = Object.keys(footer).some((key) => key.startsWith('__reactFiber'))
  return isHydrated && router?.state.navigation.state === 'idle'
}
