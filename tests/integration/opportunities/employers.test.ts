import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { employerById, listEmployers } from '#app/features/employers/queries.server.ts'
import { registerEmployer } from '#app/features/employers/register.server.ts'
import { registerSchema, vettingSchema } from '#app/features/employers/schema.ts'
import { stateOf } from '#app/features/employers/status.ts'
import { vetEmployer } from '#app/features/employers/vet.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { auditEntries, messages } from '#db/schema/audit.ts'
import { employerActor, openDatabase, person } from './support.ts'

let database: Awaited<ReturnType<typeof openDatabase>>
const office = person('coordinator')

beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

const form = {
  organisation: 'Harbour Café',
  description: 'Breakfasts by the sea',
  outcode: 'nr30',
  workPhone: '01493 960123',
  personName: 'Ash Owner',
  email: 'Ash@Example.test',
}

let letters = 0

async function register(more: { organisation: string; email?: string; isInvented?: boolean }) {
  const { isInvented = false, ...answers } = more
  const input = registerSchema.parse({ ...form, ...answers })
  const tokenHash = `hash ${++letters}`
  const link = { tokenHash, link: `https://example.test/${letters}`, address: '192.0.2.1' }
  await database.as(database.nobody, (ctx) => registerEmployer(ctx, input, { ...link, isInvented }))
}

async function registered(organisation: string) {
  await register({ organisation, email: `${organisation.split(' ')[0]}@example.test` })
  const list = await database.as(office, listEmployers)
  const found = list.find(({ name }) => name === organisation)
  return database.as(office, (ctx) => employerById(ctx, found!.id))
}

const mailTo = (email: string) =>
  database.asSystem(({ db }) =>
    db
      .select({ body: messages.body })
      .from(messages)
      .where(eq(messages.toAddress, email))
      .orderBy(messages.createdAt, messages.id),
  )

test('a registration makes a pending employer, and the same person twice is one account', async () => {
  const first = await registered('First Café')
  expect(first).toMatchObject({ outcode: 'NR30', approvedAt: null })
  expect(stateOf(first)).toBe('pending')
  await register({ organisation: 'One Café' })
  await register({ organisation: 'Second Café' })
  const accounts = await database.asSystem(({ db }) =>
    db
      .select({ role: roleGrants.role })
      .from(users)
      .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
      .where(eq(users.email, 'ash@example.test')),
  )
  expect(accounts).toEqual([{ role: 'employer' }, { role: 'employer' }])
})

test('the same form sent twice, at the same moment too, is one registration and one e-mail', async () => {
  const twice = { organisation: 'Twice Café', email: 'twice@example.test' }
  await Promise.all([register(twice), register(twice)])
  await register(twice)
  const list = await database.as(office, listEmployers)
  expect(list.filter(({ name }) => name === 'Twice Café')).toHaveLength(1)
  expect(await mailTo('twice@example.test')).toHaveLength(1)
})

test('somebody new is sent a link to choose a password; who has one is told to use it', async () => {
  const email = 'new@example.test'
  await register({ organisation: 'New Café', email })
  const [first] = await mailTo(email)
  expect(first?.body).toContain(`https://example.test/${letters}\n`)
  await database.asSystem(({ db }) =>
    db.update(users).set({ passwordHash: 'hash' }).where(eq(users.email, email)),
  )
  await register({ organisation: 'Newer Café', email })
  const [, second] = await mailTo(email)
  expect(second?.body).toContain('Sign in with your password')
  expect(second?.body).not.toContain('https:')
})

test('one address is not sent more than five e-mails in a quarter of an hour', async () => {
  const email = 'flood@example.test'
  for (let n = 0; n < 7; n++) await register({ organisation: `Flood ${n}`, email })
  expect(await mailTo(email)).toHaveLength(5)
})

test('who registers while the demo is open does not end it; anybody else does', async () => {
  const isOpen = () => database.as(database.nobody, (ctx) => isDemoOpen(ctx, true))
  await database.asSystem(({ db }) => db.update(users).set({ isInvented: true }))
  await register({ organisation: 'Demo Café', email: 'demo@example.test', isInvented: true })
  expect(await isOpen()).toBe(true)
  await register({ organisation: 'Real Café', email: 'real@example.test' })
  expect(await isOpen()).toBe(false)
})

test('nobody but the employer and the office finds a pending employer', async () => {
  const { id } = await registered('Quiet Café')
  await expect(database.as(database.nobody, (ctx) => employerById(ctx, id))).rejects.toBeInstanceOf(
    NotFound,
  )
  await expect(
    database.as(employerActor(id), (ctx) => employerById(ctx, id)),
  ).resolves.toBeDefined()
})

test('the office decides once; a second decision is refused, and each leaves one entry', async () => {
  const { id, version } = await registered('Decided Café')
  const decide = (decision: 'approve' | 'refuse') =>
    database.as(office, (ctx) => vetEmployer(ctx, { id, version, decision, reason: 'No.' }))
  await decide('approve')
  await expect(decide('refuse')).rejects.toBeInstanceOf(Conflict)
  const employer = await database.as(office, (ctx) => employerById(ctx, id))
  expect(stateOf(employer)).toBe('approved')
  const entries = await database.asSystem(({ db }) =>
    db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.objectId, id)),
  )
  expect(entries.map(({ action }) => action).sort()).toEqual([
    'employer.approve',
    'employer.register',
  ])
})

test('an employer does not approve itself', async () => {
  const { id, version } = await registered('Own Café')
  await expect(
    database.as(employerActor(id), (ctx) =>
      vetEmployer(ctx, { id, version, decision: 'approve', reason: '' }),
    ),
  ).rejects.toBeInstanceOf(Forbidden)
})

test('a refusal needs a reason, and a registration needs every answer', () => {
  expect(vettingSchema.safeParse({ decision: 'refuse', reason: ' ', version: '1' }).success).toBe(
    false,
  )
  for (const name of Object.keys(form))
    expect(registerSchema.safeParse({ ...form, [name]: ' ' }).success).toBe(false)
  expect(registerSchema.safeParse({ ...form, role: 'coordinator' }).success).toBe(false)
})
