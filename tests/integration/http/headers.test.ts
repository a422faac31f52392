import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
  await web.asSystem(async (tx) => {
    const user = await makeUser(tx, { isInvented: true })
    await makeGrant(tx, { userId: user.id, role: 'board' })
  })
}, 180_000)
afterAll(() => web.stop())

test.each(['/', '/nothing', '/role', '/healthz', '/readyz', '/?_data=x', '/assets/nothing.js'])(
  'the security headers are on %s',
  async (path) => {
    const { headers } = await openBrowser(web).get(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('x-powered-by')).toBeNull()
  },
)

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

test('what a signed-in person sees stays in no cache', async () => {
  const browser = openBrowser(web)
  const signedIn = await browser.post('/demo/sign-in', { person: 'board' })
  expect(signedIn.headers.get('cache-control')).toBe('no-store')
  for (const path of ['/', '/role', '/nothing'])
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

test('an error page has a reference that can be read out', async () => {
  const page = await (await openBrowser(web).get('/nothing')).text()
  expect(page).toContain('<title>Page not found – Throughgate</title>')
  expect(page).toMatch(/Reference: (<!-- -->)?<span>[2-9A-Z]{4}-[2-9A-Z]{4}<\/span>/)
})
