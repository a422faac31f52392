import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { messages } from '#db/schema/audit.ts'
import type { OpportunityDocument } from '#search/documents.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { openBrowser, startTestWeb, type Browser } from '#tests/support/web.ts'
import { startWorker } from '../../../worker.ts'

export type Who = 'nobody' | 'candidate' | 'mentor' | 'employer' | 'board' | 'coordinator'
export type Overheard = Awaited<ReturnType<typeof startOverheard>>

/** The whole product, its tasks and a mail server, with everything kept that leaves it. */
export async function startOverheard() {
  const log: string[] = []
  const indexed: OpportunityDocument[] = []
  /** Everything that anybody was answered, in order. */
  const heard: { who: Who; stage: string; path: string; location: string; body: string }[] = []
  const browsers = new Map<Who, Browser>()
  let stage = ''

  const mail = await startMailServer()
  const web = await startTestWeb({
    settings: { isDemo: false, mail: { kind: 'smtp', url: mail.url, from: 'office@example.test' } },
    onLog: (line) => void log.push(line),
    onIndexed: (documents) => void indexed.push(...documents),
  })
  const worker = await startWorker(web.database.ownerUrl, web.services)

  const keep = async (who: Who, path: string, response: Response) => {
    const body = await response.text()
    const location = response.headers.get('location') ?? ''
    heard.push({ who, stage, path, location, body })
    return { status: response.status, location, body }
  }
  const browserOf = (who: Who) => browsers.get(who) ?? openBrowser(web)
  const get = async (who: Who, path: string) => keep(who, path, await browserOf(who).get(path))
  const post = async (who: Who, path: string, fields: Record<string, string> = {}) =>
    keep(who, path, await browserOf(who).post(path, fields))

  return {
    web,
    mail,
    log,
    indexed,
    heard,
    get,
    post,
    /** From here on somebody has a browser of their own, signed in already or not. */
    be: (who: Who, cookie = '') => void browsers.set(who, openBrowser(web, cookie)),
    /** Names the part of the journey that follows. */
    begin: (name: string) => void (stage = name),
    /** Sends a form that must be taken, and says where it leads. */
    submit: async (who: Who, path: string, fields: Record<string, string> = {}) => {
      const { status, location } = await post(who, path, fields)
      expect([path, status]).toEqual([path, 303])
      return location
    },
    /** The path of the newest link with a secret in a letter to an address, once it has come. */
    linkTo: (address: string) =>
      soon(`a letter to ${address}`, () => {
        const links = mail.letters.flatMap(({ to, text }) =>
          to === address ? [/https?:\/\/[^/\s]+(\/\S*\/[\w-]{43})\s/.exec(text)?.[1]] : [],
        )
        return links.findLast((link) => link !== undefined)
      }),
    /** What was sent, without to whom, once all of it has gone. */
    everyLetter: async () => {
      for (let n = 0; n < 100; n++) {
        const rows = await web.asSystem((tx) => tx.select().from(messages))
        if (rows.length === mail.letters.length && rows.every(({ sentAt }) => sentAt)) break
        await sleep(100)
      }
      return mail.letters.map(({ text }) => text.replace(/^To: .*$/m, ''))
    },
    /** Waits for the log to say so. */
    logged: (words: string) =>
      soon(`"${words}" in the log`, () => log.find((line) => line.includes(words))),
    /** Opens every page that links lead to from these, and the data of each. */
    lookRound: async (who: Who, from: string[]) => {
      const seen = new Set<string>()
      const waiting = [...from]
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (seen.has(path)) continue
        seen.add(path)
        const { body } = await get(who, path)
        const links = [...body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)"/g)]
        waiting.push(...links.map(([, href = '']) => href.replaceAll('&amp;', '&')))
        const [page = '', query] = path.split('?')
        await get(who, `${page === '/' ? '/_root' : page}.data${query ? `?${query}` : ''}`)
      }
      expect(seen.size).toBeGreaterThan(4)
    },
    stop: async () => {
      await worker.stop()
      await web.stop()
      await mail.stop()
    },
  }
}

/** What tasks bring about soon: asked for until it is there, for ten seconds. */
async function soon<T>(what: string, find: () => T | undefined): Promise<T> {
  for (let n = 0; n < 100; n++) {
    const found = find()
    if (found !== undefined) return found
    await sleep(100)
  }
  throw new Error(`There never was ${what}`)
}
