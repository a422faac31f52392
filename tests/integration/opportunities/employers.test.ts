import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { employerById, listEmployers } from '#app/features/employers/queries.server.ts'
import { finishRegistration } from '#app/features/employers/finish-registration.server.ts'
import { registerEmployer } from '#app/features/employers/register.server.ts'
import { registerSchema, vettingSchema } from '#app/features/employers/schema.ts'
import { stateOf } from '#app/features/employers/status.ts'
import { vetEmployer } from '#app/features/employers/vet.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { auditEntries } from '#db/schema/audit.ts'
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

async function registered(organisation: string) {
  const input = registerSchema.parse({ ...form, organisation })
  const tokenHash = organisation
  const link = { tokenHash, link: '', address: organisation, isDemo: false }
  await database.as(database.nobody, (ctx) => registerEmployer(ctx, input, link))
  await database.as(database.nobody, (ctx) =>
    finishRegistration(ctx, {
      tokenHash,
      passwordTokenHash: `${tokenHash} password`,
      isDemo: false,
    }),
  )
  const list = await database.as(office, listEmployers)
  const found = list.find(({ name }) => name === organisation)
  return database.as(office, (ctx) => employerById(ctx, found!.id))
}

test('a registration makes a pending employer, and the same person twice is one account', async () => {
  const first = await registered('First Café')
  expect(first).toMatchObject({ outcode: 'NR30', approvedAt: null })
  expect(stateOf(first)).toBe('pending')
  await registered('Second Café')
  const accounts = await database.asSystem(({ db }) =>
    db
      .select({ role: roleGrants.role })
      .from(users)
      .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
      .where(eq(users.email, 'ash@example.test')),
  )
  expect(accounts).toEqual([{ role: 'employer' }, { role: 'employer' }])
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
