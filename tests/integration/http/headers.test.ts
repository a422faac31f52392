import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { ask, type Answer } from '#tests/support/ask.ts'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'
import { CLIENT_DIR } from '../../../scripts/build.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
  await web.asSystem(async (tx) => {
    const user = await makeUser(tx, { isInvented: true })
    await makeGrant(tx, { userId: user.id, role: 'board' })
  })
}, 180_000)
afterAll(() => web.stop())

test.each([
  '/',
  '/nothing',
  '/role',
  '/healthz',
  '/readyz',
  '/?_data=x',
  '/assets/nothing.js',
  '/_root.data',
  '/nothing.data',
  '/role.data',
  '/openings.data?_routes=root',
])('the security headers are on %s, with or without its body', async (path) => {
  for (const method of ['GET', 'HEAD'] as const) {
    const { headers } = await ask(web.url, { path, method })
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    })
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('an answer without its body has the status and the headers of the one with it', async () => {
  const browser = openBrowser(web)
  await browser.post('/demo/sign-in', { person: 'board' })
  const cookie = browser.cookie()
  for (const path of ['/', '/board', '/mentor', '/nothing', '/board.data', '/mentor.data'])
    for (const who of [cookie, '']) {
      const [whole, head] = await Promise.all(
        (['GET', 'HEAD'] as const).map((method) => ask(web.url, { path, method, cookie: who })),
      )
      expect([path, head?.body]).toEqual([path, ''])
      expect([path, withoutChance(head)]).toEqual([path, withoutChance(whole)])
    }
})

/** The status and the headers, but for the nonce, the day, and how the body is sent. */
function withoutChance(answer: Answer | undefined) {
  const { date: _, 'content-security-policy': policy, ...rest } = answer?.headers ?? {}
  delete rest['transfer-encoding']
  return { status: answer?.status, ...rest, policy: policy?.toString().replace(/'nonce-\S+'/, '') }
}

test('every script of a page carries the nonce of its own answer', async () => {
  const first = await openBrowser(web).get('/')
  const second = await openBrowser(web).get('/')
  const nonceOf = ({ headers }: Response) =>
    /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  const scripts = (await first.text()).match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(first)}"`)
})

test('a page that needs no script carries none', async () => {
  const page = await (await openBrowser(web).get('/openings')).text()
  expect(page).toContain('<h1')
  expect(page).not.toMatch(/<script|modulepreload/)
})

test('no browser is sent the table of places, which outweighs every page', () => {
  const assets = join(CLIENT_DIR, 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  const carriers = scripts.filter((name) =>
    /\bZE3\b/.test(readFileSync(join(assets, name), 'utf8')),
  )
  expect(carriers).toEqual([])
})

test('what a signed-in person sees stays in no cache', async () => {
  const browser = openBrowser(web)
  const signedIn = await browser.post('/demo/sign-in', { person: 'board' })
  expect(signedIn.headers.get('cache-control')).toBe('no-store')
  for (const path of ['/', '/role', '/nothing', '/board.data', '/mentor.data'])
    expect((await browser.get(path)).headers.get('cache-control')).toBe('no-store')
})

test('nothing is said of caches but by us', async () => {
  const path = `/__manifest?version=${web.build.assets.version}&p=/sign-in`
  const answer = await ask(web.url, { path })
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
  const browser = openBrowser(web)
  await browser.post('/demo/sign-in', { person: 'board' })
  expect((await browser.get(path)).headers.get('cache-control')).toBe('no-store')
})

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const response = await openBrowser(web).post('/demo/sign-in', { person: 'board' })
  expect(response.headers.get('set-cookie')).toMatch(
    /^tg=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

test('under https the cookie is bound to the host, and browsers are told to keep to https', async () => {
  const secure = await startTestWeb({ settings: { appOrigin: 'https://throughgate.test' } })
  try {
    await secure.asSystem(async (tx) => {
      const user = await makeUser(tx, { isInvented: true })
      await makeGrant(tx, { userId: user.id, role: 'board' })
    })
    const response = await openBrowser(secure).post('/demo/sign-in', { person: 'board' })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-tg=.*; Secure$/)
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000')
  } finally {
    await secure.stop()
  }
})

test('a form sent to a page that takes none is told so, and is nothing for the log', async () => {
  const lines: string[] = []
  const other = await startTestWeb({ onLog: (line) => void lines.push(line) })
  try {
    const answer = await ask(other.url, { path: '/privacy', method: 'POST' })
    expect(answer.status).toBe(405)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' })
    expect(answer.body).toContain('<title>You cannot do that here – Throughgate</title>')
    expect(lines.filter((line) => !line.includes('"msg":"request"'))).toEqual([])
  } finally {
    await other.stop()
  }
})

test('an error page has a reference that can be read out', async () => {
  const page = await (await openBrowser(web).get('/nothing')).text()
  expect(page).toContain('<title>Page not found – Throughgate</title>')
  expect(page).toMatch(/Reference: (<!-- -->)?<span>[2-9A-Z]{4}-[2-9A-Z]{4}<\/span>/)
})
