import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOwnRoles } from '#app/features/accounts/queries.server.ts'
import { contactsOf, employerById, listEmployers } from '#app/features/employers/queries.server.ts'
import { reconsiderEmployer } from '#app/features/employers/reconsider.server.ts'
import { createDraft } from '#app/features/opportunities/create-draft.server.ts'
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

async function registered(organisation: string, email = form.email) {
  const input = registerSchema.parse({ ...form, organisation, email })
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

test('a refused employer posts nothing until the office approves it after all, once, for a reason', async () => {
  const { id, version } = await registered('Refused Café', 'refused@example.test')
  const refusal = { id, version, decision: 'refuse' as const, reason: 'No address.' }
  await database.as(office, (ctx) => vetEmployer(ctx, refusal))
  const draft = () => database.as(employerActor(id), (ctx) => createDraft(ctx, { kind: 'job' }))
  await expect(draft()).rejects.toBeInstanceOf(Conflict)

  const again = (who = office) =>
    database.as(who, (ctx) =>
      reconsiderEmployer(ctx, { id, version: version + 1, reason: 'put_right' }),
    )
  await expect(again(employerActor(id))).rejects.toBeInstanceOf(NotFound)
  await again()
  await expect(again()).rejects.toBeInstanceOf(Conflict)
  const employer = await database.as(office, (ctx) => employerById(ctx, id))
  expect(employer).toMatchObject({ refusedAt: null, refusalReason: null })
  expect(stateOf(employer)).toBe('approved')
  await draft()
  const entries = await database.asSystem(({ db }) =>
    db.select().from(auditEntries).where(eq(auditEntries.objectId, id)),
  )
  expect(entries.map(({ action, reason }) => [action, reason])).toContainEqual([
    'employer.reconsider',
    'put_right',
  ])
})

test('the office reads who acts for an employer', async () => {
  const { id } = await registered('Known Café', 'known@example.test')
  const contacts = await database.as(office, (ctx) => contactsOf(ctx, id))
  expect(contacts).toMatchObject([{ name: 'Ash Owner', email: 'known@example.test' }])
})

test('in the choice of roles an employer has its name, approved or not', async () => {
  const { id } = await registered('Named Café', 'named@example.test')
  const [account] = await database.as(office, (ctx) => contactsOf(ctx, id))
  const asMentor = { ...person('mentor'), userId: account?.id ?? '' }
  const roles = await database.as(asMentor, listOwnRoles)
  expect(roles.map(({ employer }) => employer)).toContain('Named Café')
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
