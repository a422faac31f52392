import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { cookieFor } from '#tests/support/session.ts'
import { openBrowser, startTestWeb, type Browser, type TestWeb } from '#tests/support/web.ts'
import { populate } from '#tests/support/world.ts'

let web: TestWeb
let world: Awaited<ReturnType<typeof populate>>
let office: Browser

beforeAll(async () => {
  web = await startTestWeb()
  world = await web.asSystem((tx) => populate(tx, {}))
  const { id } = await web.asSystem(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return user
  })
  office = await browserOf(id)
})
afterAll(() => web.stop())

const browserOf = async (userId: string) =>
  openBrowser(web, await web.asSystem((tx) => cookieFor(tx, userId, new Date())))
const text = async (browser: Browser, path: string) => (await browser.get(path)).text()
const words = { body: 'Kind', version: '1' }

test('what was saved is confirmed on the next page, and never again', async () => {
  const candidate = await browserOf(world.candidate.userId ?? '')
  const saved = await candidate.post('/me/profile/strengths', words)
  expect(saved.headers.get('location')).toBe('/me/profile')
  expect(await text(candidate, '/me/profile')).toContain('Your profile is saved.')
  expect(await text(candidate, '/me/profile')).not.toContain('Your profile is saved.')
})

test('an address, or a cookie of another’s making, confirms nothing of its own', async () => {
  const candidate = await browserOf(world.candidate.userId ?? '')
  expect(await text(candidate, '/me?done=profile')).not.toContain('is saved')
  const planted = openBrowser(web, `${candidate.cookie()}; tg-done=constructor`)
  const page = await planted.get('/me')
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('>Done<')
})

test('a form refused beside a confirmation is not confirmed with it', async () => {
  const path = `/office/candidates/${world.candidateId}`
  const assigned = await office.post(path, { mentorUserId: world.stranger.userId ?? '' })
  expect(assigned.status).toBe(303)
  const refused = await office.post(path, { mentorUserId: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).not.toContain('>The mentor is assigned')
})

test('the office’s acts are confirmed: an invitation, a decision', async () => {
  await office.post('/office/users/new', {
    ...{ name: 'Bo', email: 'bo@example.test', role: 'board', employerId: '' },
    ...{ organisation: '', workPhone: '' },
  })
  expect(await text(office, '/office/users')).toContain('The invitation is on its way')
})
