import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { openBrowser, startTestWeb } from '#tests/support/web.ts'
import type { TestWeb } from '#tests/support/web.ts'

let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb()
  await web.asSystem(async (tx) => {
    for (const role of ['mentor', 'board', 'coordinator'] as const) {
      const user = await makeUser(tx, { isInvented: true })
      await makeGrant(tx, { userId: user.id, role })
    }
  })
}, 180_000)
afterAll(() => web.stop())

const as = async (person: string) => {
  const browser = openBrowser(web)
  const response = await browser.post('/demo/sign-in', { person })
  expect(response.status).toBe(303)
  return browser
}

test('somebody who is not signed in is sent to sign in, and comes back to where they were', async () => {
  const response = await openBrowser(web).get('/role?x=1')
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/sign-in?to=%2Frole%3Fx%3D1')
})

test('the wrong role finds the same as where nothing ever was', async () => {
  const board = await as('board')
  const wrong = await board.get('/mentor')
  const nothing = await board.get('/nothing-is-here')
  expect([wrong.status, nothing.status]).toEqual([404, 404])
  const bare = async (response: Response) =>
    (await response.text())
      .replaceAll(/nonce="[^"]*"/g, '')
      .replaceAll(/[2-9A-Z]{4}-[2-9A-Z]{4}/g, '')
      .match(/<main.*<\/main>/s)?.[0]
  expect(await bare(wrong)).toBe(await bare(nothing))
})

test('nobody comes in with a made-up, doubled or emptied cookie', async () => {
  const good = (await as('mentor')).cookie()
  for (const cookie of ['tg=', 'tg=x', `tg=${'A'.repeat(43)}`, `${good}; ${good}`])
    expect((await openBrowser(web, cookie).get('/role')).status).toBe(302)
  expect((await openBrowser(web, good).get('/role')).status).toBe(200)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const browser = await as('mentor')
  const kept = browser.cookie()
  const response = await browser.post('/sign-out')
  expect(response.status).toBe(303)
  expect(response.headers.get('clear-site-data')).toContain('"cookies"')
  expect(browser.cookie()).toBe('')
  expect((await openBrowser(web, kept).get('/role')).status).toBe(302)
})

test('signing in again gives a new session and ends the old one', async () => {
  const browser = await as('mentor')
  const before = browser.cookie()
  await browser.post('/demo/sign-in', { person: 'board' })
  expect(browser.cookie()).not.toBe(before)
  expect((await openBrowser(web, before).get('/role')).status).toBe(302)
})

test('a real person with an account closes the demo', async () => {
  await web.asSystem((tx) => makeUser(tx))
  const { status } = await openBrowser(web).post('/demo/sign-in', { person: 'mentor' })
  expect(status).toBe(404)
  expect((await openBrowser(web).get('/demo/mail')).status).toBe(404)
})
