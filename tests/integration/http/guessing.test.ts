import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { byAccount, byAddress, note } from '#app/features/accounts/throttle.server.ts'
import { fixedClock } from '#app/platform/clock.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { signInFailures } from '#db/schema/accounts.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'

const PASSWORD = 'correct horse battery staple'
const EMAIL = 'mentor@example.test'
const clock = fixedClock('2026-03-05T09:00:00Z')
let web: TestWeb

beforeAll(async () => {
  web = await startTestWeb({ clock, settings: { proxies: 1 } })
  const passwordHash = await hashPassword(PASSWORD)
  await web.asSystem(async (tx) => {
    for (const email of [EMAIL, 'colleague@example.test']) {
      const user = await makeUser(tx, { email, passwordHash })
      await makeGrant(tx, { userId: user.id, role: 'mentor' })
    }
  })
}, 180_000)
beforeEach(() => web.asSystem((tx) => tx.delete(signInFailures)))
afterAll(() => web.stop())

/** Tries a password from somewhere; answers with the status. */
async function signIn(from: string, password = PASSWORD, email = EMAIL) {
  const browser = openBrowser(web, '', { 'X-Forwarded-For': from })
  return (await browser.post('/sign-in', { email, password })).status
}

const guess = (from: string, email = EMAIL) => signIn(from, 'a wrong guess', email)

/** As if wrong passwords had been tried so often already. */
const tried = (times: number, counted: ReturnType<typeof byAccount>) =>
  web.asSystem(async (tx) => {
    for (let n = 0; n < times; n++) await note(tx, counted, clock.now())
  })

/** Guesses from these places, each again as soon as it is answered, for as long as something takes. */
async function whileGuessed<T>(from: string[], email: string, work: () => Promise<T>): Promise<T> {
  let isDone = false
  const loops = from.map(async (place) => {
    while (!isDone) {
      await guess(place, email)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  try {
    return await work()
  } finally {
    isDone = true
    await Promise.all(loops)
  }
}

const many = (n: number, place: (n: number) => string) =>
  Array.from({ length: n }, (_, i) => place(i))
const NAT = '198.51.100.1'

test('guessing is slowed down, and a wrong one still reads as wrong', async () => {
  for (let n = 0; n < 10; n++) expect(await guess(NAT)).toBe(422)
  const from = Date.now()
  expect(await Promise.all([guess(NAT), guess(NAT)])).toEqual([422, 422])
  expect(Date.now() - from).toBeGreaterThanOrEqual(950)
})

test('a flood of guesses is turned away before any password is checked', async () => {
  await tried(10, byAccount(EMAIL))
  const statuses = await Promise.all(many(16, () => NAT).map((place) => guess(place)))
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
})

test('the right password works while seven clients guess, from the same address', async () => {
  await tried(10, byAccount(EMAIL))
  const right = await whileGuessed(
    many(7, () => NAT),
    EMAIL,
    () => signIn(NAT),
  )
  expect(right).toBe(303)
})

test('the right password works while more guess than may wait, from another address', async () => {
  await tried(10, byAccount(EMAIL))
  const right = await whileGuessed(
    many(25, () => NAT),
    EMAIL,
    () => signIn('203.0.113.9'),
  )
  expect(right).toBe(303)
})

test('it works from where one has signed in before while the queue is full of strangers', async () => {
  const home = '203.0.113.9'
  expect(await signIn(home)).toBe(303)
  await tried(10, byAccount(EMAIL))
  const strangers = many(25, (n) => `192.0.2.${n}`)
  const right = await whileGuessed(strangers, EMAIL, async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    return signIn(home)
  })
  expect(right).toBe(303)
})

test('sixty wrong ones from one address keep nobody else behind it out', async () => {
  await tried(60, byAddress(NAT))
  const flood = many(12, () => NAT)
  const right = await whileGuessed(flood, 'nobody@example.test', () =>
    signIn(NAT, PASSWORD, 'colleague@example.test'),
  )
  expect(right).toBe(303)
})
