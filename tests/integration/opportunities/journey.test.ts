import { randomUUID } from 'node:crypto'
import { createRequestHandler } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { londonDay } from '#app/platform/clock.ts'
import { logger } from '#app/platform/logger.server.ts'
import * as vetting from '#app/routes/coordinator/employers-item.tsx'
import * as vettingList from '#app/routes/coordinator/employers.tsx'
import * as reviewItem from '#app/routes/coordinator/review-item.tsx'
import * as review from '#app/routes/coordinator/review.tsx'
import * as home from '#app/routes/employer/home.tsx'
import * as check from '#app/routes/employer/openings-check.tsx'
import * as close from '#app/routes/employer/openings-close.tsx'
import * as fresh from '#app/routes/employer/openings-new.tsx'
import * as reopen from '#app/routes/employer/openings-reopen.tsx'
import * as section from '#app/routes/employer/openings-section.tsx'
import * as sent from '#app/routes/employer/openings-sent.tsx'
import * as tasks from '#app/routes/employer/openings-tasks.tsx'
import * as opening from '#app/routes/public/opening.tsx'
import * as register from '#app/routes/public/register-employer.tsx'
import * as registerFinish from '#app/routes/public/register-employer-finish.tsx'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { eq } from 'drizzle-orm'
import { serverOf } from '#tests/support/pages.ts'
import { cookieFor } from '#tests/support/session.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

const pages = {
  'employers/register': register,
  'employers/register/:token': registerFinish,
  'openings/:id': opening,
  employer: home,
  'employer/openings/new': fresh,
  'employer/openings/:id': tasks,
  'employer/openings/:id/check': check,
  'employer/openings/:id/sent': sent,
  'employer/openings/:id/close': close,
  'employer/openings/:id/reopen': reopen,
  'employer/openings/:id/:section': section,
  'office/review': review,
  'office/review/:id': reviewItem,
  'office/employers': vettingList,
  'office/employers/:id': vetting,
}

let world: World
let office: string
const handler = createRequestHandler(serverOf(pages), 'production')

beforeAll(async () => {
  world = await makeWorld()
  const { id } = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return user
  })
  office = await cookieOf(id)
})
afterAll(() => world.close())

test('from a registration to a live opening and back, by forms alone', async () => {
  const empty = await post('', '/employers/register', { organisation: 'Pier Café' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Enter your e-mail address')
  expect(empty.text).toContain('<title>Error: Register as an employer – Throughgate</title>')
  const registered = await post('', '/employers/register', {
    ...{ organisation: 'Pier Café', description: 'Chips', outcode: 'NR31' },
    ...{ workPhone: '01493 960123', personName: 'Ash', email: 'ash@example.test' },
  })
  expect((await get('', registered.to)).text).toContain('Check your e-mail')
  const link = await newestLink()
  expect((await get('', link)).text).toContain('Pier Café')
  expect((await post('', link)).to).toMatch(/^\/reset-password\//)
  const [user] = await world.inside((tx) =>
    tx.select().from(users).where(eq(users.email, 'ash@example.test')),
  )
  const employer = await cookieOf(user?.id ?? '')
  expect((await get(employer, '/employer')).text).toContain('checking your organisation')

  const nothing = await post(employer, '/employer/openings/new')
  expect(nothing.text).toContain('Choose what you are offering')
  const at = (
    await post(employer, '/employer/openings/new', {
      kind: 'training',
      idempotencyKey: randomUUID(),
    })
  ).to
  const id = at.split('/').at(-1) ?? ''
  const wrong = await post(employer, `${at}/about`, { ...about, title: '', version: '1' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter a title')
  expect(wrong.text).toContain('Forms and chips')
  expect((await post(employer, `${at}/about`, { ...about, version: '1' })).to).toBe(at)
  const stale = await post(employer, `${at}/about`, { ...about, title: 'Late', version: '1' })
  expect(stale.status).toBe(409)
  expect(stale.text).toContain('The other person saved')
  for (const [name, fields] of Object.entries(rest)) {
    const read = await versionAt(employer, `${at}/${name}`)
    const saved = await post(employer, `${at}/${name}`, { ...fields, ...read })
    expect(saved.to).toBe(at)
  }
  expect((await get(employer, `${at}/check`)).text).toContain('still checking your organisation')
  expect((await post(employer, `${at}/check`)).status).toBe(409)

  const vet = /\/office\/employers\/[\w-]+(?=">Pier)/.exec(
    (await get(office, '/office/employers')).text,
  )
  await get(office, vet?.[0] ?? '')
  const decision = { decision: 'approve', reason: '', version: '1' }
  expect((await post(office, vet?.[0] ?? '', decision)).to).toBe('/office/employers')
  expect((await post(employer, `${at}/check`)).to).toBe(`${at}/sent`)
  expect((await get(employer, `${at}/sent`)).text).toContain('Sent to the office')

  expect((await get(office, '/office/review')).text).toContain('Food hygiene')
  const reviewAt = `/office/review/${id}`
  const read = await versionAt(office, reviewAt)
  const wrongly: Record<string, string>[] = [
    { decision: 'return', ...read },
    { decision: 'approve' },
    { decision: 'approve', ...read, 'note-title': 'y' },
    { decision: 'approve', version: '2147483648' },
    { decision: 'approve', version: '' },
    { ...read },
  ]
  for (const fields of wrongly)
    expect([fields, (await post(office, reviewAt, fields)).status]).toEqual([fields, 422])
  await post(office, reviewAt, { decision: 'return', ...read, 'note-certificate': 'Which level?' })
  expect((await get(employer, at)).text).toContain('Which level?')
  expect((await get(employer, `${at}/details`)).text).toContain('Which level?')
  const unheeded = (await get(employer, `${at}/check`)).text
  expect(unheeded).toContain('Which level?')
  expect(unheeded).toContain('Not all of it has been changed')
  const version = /name="version" value="(\d+)"/.exec((await get(employer, `${at}/details`)).text)
  await post(employer, `${at}/details`, {
    ...{ ...rest.details, certificate: 'Level 3' },
    version: version?.[1] ?? '',
  })
  expect((await get(employer, at)).text).toMatch(/govuk-tag--green"[^>]*>Changed</)
  expect((await get(employer, `${at}/check`)).text).not.toContain('Not all of it')
  await post(employer, `${at}/check`)
  const second = (await get(office, reviewAt)).text
  expect(second).toContain('Which level?')
  expect(second).toContain('Before: Level 2')
  const unread = await post(office, reviewAt, { decision: 'approve', ...read })
  expect(unread.status).toBe(409)
  expect(unread.text).toContain('This opening has changed since you opened this page')
  expect(unread.text).toContain('Approve and make live')
  expect((await get('', `/openings/${id}`)).status).toBe(404)
  const readAgain = await versionAt(office, reviewAt)
  const both = { decision: 'approve', ...readAgain, 'note-certificate': 'Still unclear' }
  expect((await post(office, reviewAt, both)).status).toBe(422)
  await post(office, reviewAt, { decision: 'approve', ...readAgain })
  expect((await get('', `/openings/${id}`)).text).toContain('Food hygiene')

  expect((await post(employer, `${at}/close`)).text).toContain('Choose what happened')
  await post(employer, `${at}/close`, { reason: 'filled_by_us' })
  expect((await get('', `/openings/${id}`)).status).toBe(404)
  expect((await get(employer, at)).text).toContain('Filled by somebody from Throughgate')
  expect((await post(employer, `${at}/reopen`, day('closesOn', '2027-02-31'))).status).toBe(422)
  await post(employer, `${at}/reopen`, day('closesOn', inDays(90)))
  expect((await get('', `/openings/${id}`)).status).toBe(200)
})

/** The version of what is read on a page, as its form sends it. */
async function versionAt(cookie: string, path: string): Promise<{ version: string }> {
  const found = /name="version" value="(\d+)"/.exec((await get(cookie, path)).text)
  return { version: found?.[1] ?? '' }
}

test('nobody comes in by another’s door', async () => {
  const other = await cookieOf(world.otherEmployer.userId ?? '')
  const mine = `/employer/openings/${world.opportunityId}`
  for (const path of [mine, `${mine}/close`, `${mine}/about`, '/office/review'])
    expect((await get(other, path)).status).toBe(404)
  expect((await post(other, `${mine}/close`, { reason: 'other' })).status).toBe(404)
  expect((await get(office, '/employer')).status).toBe(404)
  expect((await get('', mine)).to).toBe(`/sign-in?to=${encodeURIComponent(mine)}`)
})

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const inDays = (days: number) => londonDay(new Date(Date.now() + days * 24 * 3_600_000))
const about = { title: 'Food hygiene', summary: 'Forms and chips', sector: 'hospitality_catering' }
const rest = {
  where: { isRemote: 'false', outcodes: 'NR31', town: '' },
  when: { hours: 'part_time', places: '4', ...day('closesOn', inDays(60)) },
  who: { audience: 'anyone', minAge: '16', stance: 'open', dbsLevel: 'none', dbsBasis: '' },
  details: { awardingBody: 'Board', courseHours: '8', costPence: '0', certificate: 'Level 2' },
}

const get = (cookie: string, path: string) => send(cookie, path, { method: 'GET' })
const post = (cookie: string, path: string, fields: Record<string, string> = {}) =>
  send(cookie, path, { method: 'POST', body: new URLSearchParams(fields) })

async function send(cookie: string, path: string, init: RequestInit) {
  const headers = cookie ? { Cookie: cookie } : undefined
  const response = await handler(new Request(`http://localhost${path}`, { ...init, headers }), {
    services: {
      db: world.db,
      clock: world.clock,
      log: logger,
      settings: { appOrigin: 'http://localhost' },
    } as never,
    requestId: 'TEST',
    nonce: 'nonce',
    address: '127.0.0.1',
  })
  const text = (await response.text()).replaceAll('<!-- -->', '')
  return { status: response.status, to: response.headers.get('Location') ?? '', text }
}

/** The path in the last message that would have been sent. */
async function newestLink(): Promise<string> {
  const all = await world.inside((tx) =>
    tx.select({ body: messages.body }).from(messages).orderBy(messages.id),
  )
  return /https?:\/\/[^/]+(\/\S+)/.exec(all.at(-1)?.body ?? '')?.[1] ?? ''
}

const cookieOf = (userId: string) => world.inside((tx) => cookieFor(tx, userId, world.clock.now()))
