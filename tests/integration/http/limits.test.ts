import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#tests/support/ask.ts'
import { startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
  // The first page of a process takes longer than any after it.
  await ask(web.url, { path: '/' })
}, 180_000)
afterAll(() => web.stop())

/** Milliseconds, and what came of it. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const result = await work()
  return [performance.now() - from, result]
}

test.each([
  ['thousands of steps', '/a'.repeat(7_800)],
  ['thousands of steps, as data', `${'/a'.repeat(7_800)}.data`],
  ['thousands of steps by another stroke', '/\\a'.repeat(5_000)],
  ['thirteen steps', '/a'.repeat(13)],
  ['more than a thousand letters', `/${'a'.repeat(1_000)}`],
])('an address with %s is not there, and costs nothing', async (_, path) => {
  const [ms, { status, headers }] = await timed(() => ask(web.url, { path }))
  expect(status).toBe(404)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(ms).toBeLessThan(400)
})

test('nor does a script get answers about more addresses than a page has', async () => {
  const lookUp = (paths: string[]) => {
    const query = new URLSearchParams([['version', web.build.assets.version]])
    for (const path of paths) query.append('p', path)
    return timed(() => ask(web.url, { path: `/__manifest?${query}` }))
  }
  const links = Array.from({ length: 100 }, () => `/office/candidates/${crypto.randomUUID()}`)
  expect((await lookUp(links))[1].status).toBe(200)
  const many = Array.from({ length: 900 }, (_, n) => `${n}`)
  for (const paths of [many, ['/a'.repeat(1_200)]]) {
    const [ms, { status }] = await lookUp(paths)
    expect(status).toBe(404)
    expect(ms).toBeLessThan(400)
  }
})

test('the longest addresses that there are pass', async () => {
  const longest = `/employer/introductions/${crypto.randomUUID()}/not-this-time.data?_routes=root`
  expect((await ask(web.url, { path: longest })).status).toBe(200)
  expect((await ask(web.url, { path: '/a'.repeat(12) })).body).toContain('Page not found')
})

/** The status that somebody gets who names the server so. */
async function statusFor(host: string): Promise<number | undefined> {
  const sent = request(web.url, { path: '/', headers: { Host: host } })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}

test.each(['localhost:99999', '999.999.999.999', '[::::]', 'xn--a', 'a b', 'a/b', 'a@b'])(
  'a host that is none is refused: %s',
  async (host) => expect(await statusFor(host)).toBe(400),
)

test.each([
  'localhost:3000',
  '127.0.0.1',
  '[::1]:3000',
  'office_1.example.test',
  'xn--bcher-kva.test',
])('any other is let pass, and not believed: %s', async (host) =>
  expect(await statusFor(host)).toBe(200),
)

test.each([
  ['/', 500_000],
  ['/openings', 900_000],
  ['/nothing', 900_000],
  ['/sign-in/link', 900_000],
])('a form that %s does not read, of %i bytes, holds up no later request', async (path, size) => {
  const { hostname, port } = new URL(web.url)
  const socket = connect(Number(port), hostname)
  const answers = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${size}\r\n\r\n` +
      `a=${'b'.repeat(size - 2)}`,
  )
  let heard = ''
  const until = async (pattern: RegExp) => {
    while (!pattern.test(heard)) {
      const { value, done } = await answers.next()
      if (done) throw new Error(`The connection ended after ${heard.slice(0, 200)}`)
      heard += value.toString()
    }
  }
  await until(/^HTTP\/1\.1 4\d\d /)
  const [ms] = await timed(async () => {
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await until(/HTTP\/1\.1 200 OK[\s\S]*\r\n\r\nok/)
  })
  socket.destroy()
  expect(ms).toBeLessThan(1_000)
})

/** Sends it as a form of our own pages; what came back, and how long anybody else had to wait. */
async function sendForm(body: BodyInit): Promise<{ status: number; waited: number }> {
  const sent = fetch(`${web.url}/sign-in/link`, {
    method: 'POST',
    body,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    redirect: 'manual',
  })
  let isOver = false
  const status = sent.then((response) => response.status).finally(() => (isOver = true))
  let waited = 0
  do waited = Math.max(waited, (await timed(() => ask(web.url, { path: '/healthz' })))[0])
  while (!isOver)
  return { status: await status, waited }
}

test('a form with more fields than any of ours is refused, and holds up nobody', async () => {
  const names = Array.from({ length: 90_000 }, (_, n) => [`f${n}`, ''])
  const flat = await sendForm(new URLSearchParams(names))
  expect(flat.status).toBe(400)
  expect(flat.waited).toBeLessThan(2_000)
  const parts = new FormData()
  for (const [name = ''] of names.slice(0, 8_000)) parts.append(name, '')
  const inParts = await sendForm(parts)
  expect(inParts.status).toBe(400)
  expect(inParts.waited).toBeLessThan(2_000)
}, 60_000)

test('a form with as many fields as the longest of ours is read', async () => {
  const fields = (n: number) =>
    new URLSearchParams(Array.from({ length: n }, (_, i) => [`f${i}`, '']))
  expect((await sendForm(fields(200))).status).toBe(422)
  expect((await sendForm(fields(201))).status).toBe(400)
})
