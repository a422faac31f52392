import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
}, 180_000)
afterAll(() => web.stop())

const FORM = 'application/x-www-form-urlencoded'
const send = async (path: string, headers: Record<string, string>, init: RequestInit = {}) => {
  const given = { 'Content-Type': FORM, ...headers }
  return fetch(web.url + path, {
    method: 'POST',
    body: '',
    redirect: 'manual',
    ...init,
    headers: given,
  })
}

test('our own pages may post, whichever of the two headers the browser sends', async () => {
  const ours = web.settings.appOrigin
  expect((await send('/sign-out', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
  expect((await send('/sign-out', { Origin: ours })).status).toBe(303)
  expect((await send('/sign-out', { Origin: ours, 'X-Forwarded-Host': 'evil.test' })).status).toBe(
    303,
  )
})

test.each([
  ['no header at all', {}],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['an address typed in', { 'Sec-Fetch-Site': 'none' }],
  [
    'another site that names our origin',
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' },
  ],
  ['another origin', { Origin: 'https://evil.test' }],
  ['no origin, in words', { Origin: 'null' }],
  ['our origin as a beginning', { Origin: 'http://localhost:3000.evil.test' }],
  ['our host with another scheme', { Origin: 'https://localhost:3000' }],
  [
    'an origin that a spoofed host matches',
    { Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test' },
  ],
])('a post from %s is refused on every path', async (_, headers) => {
  for (const path of ['/sign-out', '/sign-in', '/', '/sign-out.data', '/nothing'])
    expect((await send(path, headers)).status).toBe(403)
})

test('the host that the browser named is never believed', async () => {
  const { host } = new URL(web.url)
  expect((await send('/sign-out', { Origin: `http://${host}` })).status).toBe(403)
})

test.each([
  ['?_data=', '/sign-out?_data=routes%2Faccount%2Fsign-out', 400],
  ['?_method=', '/sign-out?_method=DELETE', 400],
])('%s is refused', async (_, path, status) => {
  expect((await send(path, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(status)
})

test('only forms are read, and of a size that forms have', async () => {
  const ours = { 'Sec-Fetch-Site': 'same-origin' }
  for (const type of ['application/json', 'text/plain', 'application/xml', ''])
    expect((await send('/sign-out', { ...ours, 'Content-Type': type })).status).toBe(415)
  const long = `a=${'b'.repeat(1024 * 1024)}`
  expect((await send('/sign-in/link', ours, { body: long })).status).toBe(413)
  expect((await send('/sign-in/link', ours, { body: 'email=a%00b' })).status).toBe(400)
  expect((await send('/sign-in/link', ours, { body: '_method=PUT' })).status).toBe(400)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not a method of ours', async (method) => {
  expect((await send('/', { 'Sec-Fetch-Site': 'same-origin' }, { method })).status).toBe(405)
})

test('fields that no form has, and answers given twice, are refused', async () => {
  const ours = { 'Sec-Fetch-Site': 'same-origin' }
  for (const body of ['email=a%40b.test&role=coordinator', 'email=a%40b.test&email=c%40d.test'])
    expect((await send('/sign-in/link', ours, { body })).status).toBe(422)
})
