import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inviteUser } from '#app/features/accounts/invite.server.ts'
import { hashOf } from '#app/platform/secret.server.ts'
import { system } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { seedDemo } from '#db/seed.ts'
import { demoEnded, users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { openBrowser, startTestWeb, type Browser, type TestWeb } from '#tests/support/web.ts'
import { actorOf } from '#tests/support/world.ts'

const PASSWORD = 'correct horse battery staple'
let web: TestWeb

beforeEach(async () => {
  web = await startTestWeb()
  await seedDemo(web.services.db)
}, 180_000)
afterEach(() => web.stop())

const browser = () => openBrowser(web)
const statusOf = async (asked: Promise<Response>) => (await asked).status

/** What `npm run user:create` does. */
const createUser = (email: string) =>
  web.as(system('test'), (ctx) =>
    inviteUser(ctx, {
      ...{ email, name: email, role: 'coordinator', isInvented: false },
      tokenHash: hashOf(`secret of ${email}`),
    }),
  )

async function tryAs(person: string): Promise<Browser> {
  const visitor = browser()
  expect(await statusOf(visitor.post('/demo/sign-in', { person }))).toBe(303)
  return visitor
}

const invite = (who: Browser, email: string, role: string) =>
  who.post('/office/users/new', {
    ...{ name: 'Somebody', email, role, employerId: '', organisation: '', workPhone: '' },
  })

const register = (email: string) =>
  browser().post('/employers/register', {
    ...{ organisation: 'Pier Café', description: 'Chips', outcode: 'NR31' },
    ...{ workPhone: '01493 960123', personName: 'Ash', email },
  })

/** The newest links of the demo's mail, newest first, as paths. */
async function linksInMail(): Promise<string[]> {
  const page = await (await browser().get('/demo/mail')).text()
  return [...page.matchAll(/href="https?:\/\/[^/"]+(\/[^"]+)"/g)].map(([, path = '']) => path)
}

const accountsOf = (email: string) =>
  web.asSystem((tx) => tx.select().from(users).where(eq(users.email, email)))

async function isOver() {
  const answers = [browser().post('/demo/sign-in', { person: 'coordinator' })]
  answers.push(browser().get('/demo/mail'))
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404])
  expect(await (await browser().get('/')).text()).not.toContain('Try it as')
}

test('the first real account ends every session, password and link of the demo', async () => {
  const office = await tryAs('coordinator')
  await invite(office, 'spy@evil.example', 'coordinator')
  const [choose = ''] = await linksInMail()
  await browser().post(choose, { password: PASSWORD })
  await invite(office, 'later@evil.example', 'coordinator')
  const [unused = ''] = await linksInMail()
  const signIn = (who: Browser) =>
    who.post('/sign-in', { email: 'spy@evil.example', password: PASSWORD })
  const spy = browser()
  expect(await statusOf(signIn(spy))).toBe(303)

  await createUser('real@council.example')
  await isOver()
  for (const held of [office, spy])
    expect((await held.get('/office/candidates')).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await statusOf(signIn(browser()))).toBe(422)
  expect(await statusOf(browser().post(unused, { password: PASSWORD }))).toBe(422)
  expect(
    await statusOf(
      browser().post('/reset-password/secret of real@council.example', { password: PASSWORD }),
    ),
  ).toBe(303)
})

test('with DEMO=0 nothing of the demo counts either', async () => {
  const office = await tryAs('coordinator')
  expect(await statusOf(office.get('/office/candidates'))).toBe(200)
  web.settings.isDemo = false
  expect((await office.get('/office/candidates')).headers.get('location')).toMatch(/^\/sign-in/)
  await isOver()
})

test('somebody of the demo cannot make a real account invented, nor open the demo again', async () => {
  const office = await tryAs('coordinator')
  const [invented] = await accountsOf('coordinator@demo.example')
  await createUser('real@council.example')
  await invite(office, 'real@council.example', 'board')
  // As if it had been let in just before the demo ended.
  const late = web.as(actorOf('coordinator', invented?.id ?? ''), (ctx) =>
    inviteUser(ctx, {
      ...{ email: 'real@council.example', name: 'x', role: 'board', isInvented: true },
      tokenHash: 'late',
    }),
  )
  await expect(late).rejects.toThrow(Invalid)
  expect((await accountsOf('real@council.example'))[0]?.isInvented).toBe(false)
  await isOver()
})

test('the demo stays over when the real people have gone, and the database holds it to that', async () => {
  await createUser('real@council.example')
  const change = (work: Parameters<TestWeb['asSystem']>[0]) =>
    web.asSystem(work).then(
      () => 'done',
      () => 'refused',
    )
  const invented = { isInvented: true }
  expect(await change((tx) => tx.update(users).set(invented))).toBe('refused')
  expect(await change((tx) => tx.delete(demoEnded))).toBe('refused')
  await isOver()
})

test('a real person in a programme ends it too, without any account', async () => {
  await web.asSystem((tx) => tx.insert(candidates).values({ reference: 'TG-1', isInvented: false }))
  await isOver()
})

test('an address typed in the demo is free for whoever it belongs to, and nothing comes with it', async () => {
  const office = await tryAs('coordinator')
  await invite(office, 'real@council.example', 'coordinator')
  const [choose = ''] = await linksInMail()
  await browser().post(choose, { password: PASSWORD })
  await createUser('real@council.example')
  const [account] = await accountsOf('real@council.example')
  expect([account?.isInvented, account?.passwordHash]).toEqual([false, null])
  const typed = { email: 'real@council.example', password: PASSWORD }
  expect(await statusOf(browser().post('/sign-in', typed))).toBe(422)
})

test('a registration from the demo cannot be finished after it', async () => {
  await register('real@council.example')
  const [finish = ''] = await linksInMail()
  expect(finish).toMatch(/^\/employers\/register\//)
  await createUser('office@council.example')
  expect(await (await browser().get(finish)).text()).not.toContain('Pier Café')
  expect(await statusOf(browser().post(finish))).toBe(422)
  expect(await accountsOf('real@council.example')).toEqual([])
})

test('mail of the demo is shown as long as it is to somebody invented, or registering', async () => {
  await register('ash@example.test')
  const [finish = ''] = await linksInMail()
  const choose = (await browser().post(finish)).headers.get('location') ?? ''
  expect(await linksInMail()).toEqual([finish])
  await browser().post(choose, { password: PASSWORD })
  const signedIn = await browser().post('/sign-in', {
    email: 'ash@example.test',
    password: PASSWORD,
  })
  expect(signedIn.headers.get('location')).toBe('/employer')
})
