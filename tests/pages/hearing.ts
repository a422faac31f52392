import { expect, type APIResponse, type Page, type Response } from '@playwright/test'

/** Everything a browser was ever told, in pages, loader data and any other answer. */
export interface Hearing {
  /** All that was heard since it was last asked. */
  heard: () => Promise<string>
  /** Asks for an address without opening it: what it answers is heard as well. */
  fetch: (path: string) => Promise<APIResponse>
  /** Sends an empty form to an address, as a page of ours would. */
  send: (path: string) => Promise<APIResponse>
  /** Waits until every answer that has come has been read. */
  allHeard: () => Promise<void>
}

export function listen(page: Page): Hearing {
  let answers: Promise<string>[] = []
  page.on('response', (response) => {
    // Programs, styles and letters are the same for everybody.
    if (!new URL(response.url()).pathname.startsWith('/assets/')) answers.push(textOf(response))
  })
  const allHeard = async () => {
    await Promise.all(answers)
  }
  const noted = async (asked: Promise<APIResponse>) => {
    const response = await asked
    answers.push(Promise.resolve(told(response, await response.text())))
    return response
  }
  return {
    allHeard,
    heard: async () => {
      const all = await Promise.all(answers)
      answers = []
      return all.join('\n')
    },
    fetch: (path) => noted(page.request.get(path, { maxRedirects: 0 })),
    send: (path) => {
      const { origin } = new URL(page.url())
      return noted(page.request.post(path, { form: {}, headers: { origin }, maxRedirects: 0 }))
    },
  }
}

/** Fails when a body cannot be read: what was not heard might have been a word too many. */
async function textOf(response: Response): Promise<string> {
  if (response.status() >= 300 && response.status() < 400) return told(response, '')
  try {
    return told(response, await response.text())
  } catch (error) {
    // Given up by the browser itself, as when a button is pressed twice: it was told nothing.
    if (response.request().failure()) return told(response, '')
    throw error
  }
}

const told = (response: Response | APIResponse, body: string) =>
  [response.url(), JSON.stringify(response.headers()), body].join('\n')

/** Fails when one of the words was heard, in capitals or not. */
export function expectUnheard(heard: string, words: readonly string[]) {
  const all = heard.toLowerCase()
  expect(words.filter((word) => all.includes(word.toLowerCase()))).toEqual([])
}
