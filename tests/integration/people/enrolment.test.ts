import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignMentor, enrolCandidate } from '#app/features/candidates/commands.server.ts'
import { getForOffice, getOwn } from '#app/features/candidates/queries.server.ts'
import { enrolSchema } from '#app/features/candidates/schema.ts'
import { getOfCaseload, listCaseload } from '#app/features/mentors/queries.server.ts'
import { saveWishes } from '#app/features/profiles/commands.server.ts'
import { getWishes } from '#app/features/profiles/queries.server.ts'
import { wishesSchema, wishLists } from '#app/features/profiles/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { system } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { makeGrant, makeMentor, makeProgramme, makeUser } from '#db/factories/index.ts'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { actor, openWorld, type World } from './world.ts'

let world: World
let office: ReturnType<typeof actor>
let mentorId: string
let otherMentorId: string
let adultsId: string
let youthId: string

beforeAll(async () => {
  world = await openWorld()
  await world.as(system('test'), async ({ db }) => {
    const coordinator = await makeUser(db)
    await makeGrant(db, { userId: coordinator.id, role: 'coordinator' })
    office = actor('coordinator', coordinator.id)
    mentorId = (await makeMentor(db)).userId
    otherMentorId = (await makeMentor(db)).userId
    adultsId = (await makeProgramme(db, { minAge: 18 })).id
    youthId = (await makeProgramme(db, { minAge: null, maxAge: 17 })).id
  })
})
afterAll(() => world.close())

const answers = (changes: Record<string, string> = {}) => ({
  fullName: 'Robin Test',
  email: '',
  phone: '01632 960123',
  'dateOfBirth-day': '27',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1992',
  outcode: 'nr3 1ab',
  onLicence: 'yes',
  programmeId: adultsId,
  mentorUserId: mentorId,
  ...changes,
})

function formOf(values: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one)
  return form
}

const enrolWith = (changes: Record<string, string> = {}) =>
  world.as(office, (ctx) => enrolCandidate(ctx, parseForm(formOf(answers(changes)), enrolSchema)))

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Invalid)
  return Object.keys((error as Invalid).fieldErrors)
}

test('a person who is enrolled has a programme, a mentor, and a home no finer than an outcode', async () => {
  const id = await enrolWith()
  const person = await world.as(office, (ctx) => getForOffice(ctx, id))
  expect(person).toMatchObject({
    fullName: 'Robin Test',
    dateOfBirth: '1992-03-27',
    outcode: 'NR3',
    isOnLicence: true,
    email: null,
  })
  expect(person.reference).toMatch(/^TG-/)
  expect(person.enrolled).toHaveLength(1)
  expect(person.assigned.map(({ mentorUserId }) => mentorUserId)).toEqual([mentorId])
})

test('what cannot be taken is named by field and leaves nobody half enrolled', async () => {
  const before = await world.as(office, (ctx) => ctx.db.$count(candidates))
  expect(await refusal(enrolWith({ outcode: 'ZZ99' }))).toEqual(['outcode'])
  expect(await refusal(enrolWith({ 'dateOfBirth-day': '31', 'dateOfBirth-month': '2' }))).toEqual([
    'dateOfBirth',
  ])
  expect(await refusal(enrolWith({ programmeId: youthId }))).toEqual(['programmeId'])
  expect(await refusal(enrolWith({ onLicence: 'perhaps' }))).toEqual(['onLicence'])
  const strangerId = '019a0000-0000-7000-8000-000000000000'
  expect(await refusal(enrolWith({ mentorUserId: strangerId }))).toEqual(['mentorUserId'])
  expect(await world.as(office, (ctx) => ctx.db.$count(candidates))).toBe(before)
})

test('an e-mail that has an account already is refused beside the field', async () => {
  await enrolWith({ email: 'Robin@example.test' })
  expect(await refusal(enrolWith({ email: 'robin@example.test' }))).toEqual(['email'])
})

test('only the office enrols', async () => {
  await expect(
    world.as(actor('mentor', mentorId), (ctx) =>
      enrolCandidate(ctx, parseForm(formOf(answers()), enrolSchema)),
    ),
  ).rejects.toBeInstanceOf(NotFound)
})

test('a new mentor sees the person at once, and the one before at once no more', async () => {
  const id = await enrolWith()
  await world.as(office, (ctx) =>
    assignMentor(ctx, { candidateId: id, mentorUserId: otherMentorId }),
  )
  const seen = await world.as(actor('mentor', otherMentorId), (ctx) => getOfCaseload(ctx, id))
  expect(seen.fullName).toBe('Robin Test')
  await expect(
    world.as(actor('mentor', mentorId), (ctx) => getOfCaseload(ctx, id)),
  ).rejects.toBeInstanceOf(NotFound)
  const caseload = await world.as(actor('mentor', mentorId), listCaseload)
  expect(caseload.some((person) => person.id === id)).toBe(false)
})

test('of two saves of one form the second is refused and loses nothing', async () => {
  await enrolWith({ email: 'sandy@example.test' })
  const userId = await world.as(office, async (ctx) => {
    const rows = await ctx.db.select().from(users)
    return rows.find(({ email }) => email === 'sandy@example.test')?.id ?? ''
  })
  const own = actor('candidate', userId)
  const save = (kind: string) =>
    world.as(own, async (ctx) => {
      const { id } = await getOwn(ctx)
      const form = formOf({ kinds: [kind], outcode: 'NR1', reachMiles: '8', version: '1' })
      await saveWishes(ctx, id, parseForm(form, wishesSchema, wishLists))
    })
  await save('job')
  expect(await refusal(save('training'))).toEqual(['version'])
  const wishes = await world.as(own, async (ctx) => getWishes(ctx, (await getOwn(ctx)).id))
  expect(wishes).toMatchObject({ kinds: ['job'], outcode: 'NR1', reachMiles: 8, version: 2 })
})
