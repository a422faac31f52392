import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export interface Question {
  /** Sent as it stands: nothing is tidied on the way, unlike in a browser. */
  path: string
  method?: 'GET' | 'HEAD' | 'POST'
  cookie?: string
  /** For a POST: sent as a form of one of our own pages is. */
  form?: Record<string, string>
}

export interface Answer {
  status: number
  /** Where it sends the browser on to, or ''. */
  location: string
  headers: IncomingHttpHeaders
  body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** One request to a server of this machine; follows no redirect. */
export function ask(
  url: string,
  { path, method = 'GET', cookie, form = {} }: Question,
): Promise<Answer> {
  const body = method === 'POST' ? new URLSearchParams(form).toString() : undefined
  const { hostname, port } = new URL(url)
  const headers = {
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body === undefined
      ? {}
      : {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': Buffer.byteLength(body),
          'Sec-Fetch-Site': 'same-origin',
        }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Does the same with each of many, a few at a time, and keeps their order. */
export async function eachOf<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < all.length) {
      const at = next++
      results[at] = await work(all[at]!)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return results
}
