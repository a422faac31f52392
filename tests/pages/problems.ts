import type { Page } from '@playwright/test'

export interface Problems {
  /** Says that the page at this address has been checked. */
  checked: (url: string) => void
  /** Errors of scripts, failed requests, and pages that nobody checked. */
  found: () => string[]
}

/** Notes whatever goes wrong in a browser, and each page it comes to. */
export function watch(page: Page): Problems {
  const problems: string[] = []
  const unchecked = new Set<string>()
  page.on('console', (message) => {
    // The browser's own note of a status. Statuses are judged below, and by who opens the page.
    if (/^Failed to load resource: .* status of 4\d\d/.test(message.text())) return
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() || response.url().includes('.data')
    if (response.status() >= (isPage ? 500 : 400))
      problems.push(`${response.url()} answered ${response.status()}`)
  })
  let shown = ''
  page.on('framenavigated', (frame) => {
    const url = frame.url()
    if (frame !== page.mainFrame() || url === 'about:blank') return
    // A place on the page there is, and no page of its own.
    const isPlace = url.includes('#') && pageOf(url) === shown
    shown = pageOf(url)
    if (!isPlace) unchecked.add(shown)
  })
  return {
    checked: (url) => void unchecked.delete(pageOf(url)),
    found: () => [...problems, ...[...unchecked].map((url) => `${url} was opened and not checked`)],
  }
}

const pageOf = (url: string) => url.split('#')[0] ?? ''
