import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getForOffice,
  getOwn,
  listCandidates,
  listSightings,
} from '#app/features/candidates/queries.server.ts'
import { getOfCaseload, getShortlist, listCaseload } from '#app/features/mentors/queries.server.ts'
import { getProfile } from '#app/features/profiles/queries.server.ts'
import { getBoard } from '#app/features/reports/queries.server.ts'
import { system, type Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import {
  enrol,
  makeCandidate,
  makeEmployer,
  makeMentor,
  makeOpportunity,
  makeUser,
} from '#db/factories/index.ts'
import { profileTexts } from '#db/schema/candidates.ts'
import { actor, openWorld, type World } from './world.ts'

let world: World
const ids = { candidate: '', user: '', mentor: '', stranger: '', employer: '', opening: '' }

beforeAll(async () => {
  world = await openWorld()
  await world.as(system('test'), async ({ db }) => {
    ids.mentor = (await makeMentor(db, { organisation: 'Sample Mentoring' })).userId
    ids.stranger = (await makeMentor(db)).userId
    ids.user = (await makeUser(db)).id
    const person = await makeCandidate(db, {
      userId: ids.user,
      fullName: 'Quillon Canary',
      mentorUserId: ids.mentor,
    })
    ids.candidate = person.id
    await enrol(db, { candidateId: person.id })
    await db
      .insert(profileTexts)
      .values({ candidateId: person.id, body: 'words', sha256: 'a'.repeat(64) })
    const employer = await makeEmployer(db)
    ids.employer = employer.id
    ids.opening = (await makeOpportunity(db, { employerId: employer.id })).id
  })
})
afterAll(() => world.close())

test('a mentor sees their own people, and nobody else exists for them', async () => {
  const own = await world.as(actor('mentor', ids.mentor), (ctx) =>
    getOfCaseload(ctx, ids.candidate),
  )
  expect(own.fullName).toBe('Quillon Canary')
  for (const id of [ids.candidate, '019a0000-0000-7000-8000-000000000000', 'nonsense'])
    await expect(
      world.as(actor('mentor', ids.stranger), (ctx) => getOfCaseload(ctx, id)),
    ).rejects.toBeInstanceOf(NotFound)
  expect(await world.as(actor('mentor', ids.stranger), listCaseload)).toEqual([])
  const list = await world.as(actor('mentor', ids.stranger), (ctx) =>
    getShortlist(ctx, ids.opening),
  )
  expect(list.people).toEqual([])
})

test('a candidate sees their own record and no other', async () => {
  expect((await world.as(actor('candidate', ids.user), getOwn)).fullName).toBe('Quillon Canary')
  await expect(world.as(actor('candidate', ids.stranger), getOwn)).rejects.toBeInstanceOf(NotFound)
  await expect(
    world.as(actor('candidate', ids.stranger), (ctx) => getProfile(ctx, ids.candidate)),
  ).rejects.toBeInstanceOf(NotFound)
})

test('each reading of a record is in the person’s own list, by role and without a name', async () => {
  await world.as(actor('mentor', ids.mentor), (ctx) => getOfCaseload(ctx, ids.candidate))
  const sightings = await world.as(actor('candidate', ids.user), listSightings)
  expect(sightings.length).toBeGreaterThan(0)
  expect(sightings[0]).toMatchObject({ who: 'A mentor, Sample Mentoring', what: 'Your record' })
  expect(await world.as(actor('candidate', ids.stranger), listSightings)).toEqual([])
})

test('each reading of a list of names is kept, once for the list, and none where there is no name', async () => {
  const office = actor('coordinator', (await world.as(system('test'), ({ db }) => makeUser(db))).id)
  const kept = () =>
    world.as(system('test'), async ({ db }) => {
      const rows = await db.execute<{ action: string; by: string }>(
        sql`select action, actor_user_id as by from audit_entries where object_type = 'user' order by at, id`,
      )
      return rows.map(({ action, by }) => [action, by])
    })
  const before = (await kept()).length
  await world.as(office, (ctx) => listCandidates(ctx, ''))
  await world.as(office, (ctx) => listCandidates(ctx, 'of nobody'))
  for (const mentor of [ids.mentor, ids.stranger]) {
    await world.as(actor('mentor', mentor), listCaseload)
    await world.as(actor('mentor', mentor), (ctx) => getShortlist(ctx, ids.opening))
  }
  expect((await kept()).slice(before)).toEqual([
    ['candidates.read', office.userId],
    ['caseload.read', ids.mentor],
    ['shortlist.read', ids.mentor],
  ])
})

test('an employer and a board member get no person from any query', async () => {
  for (const reader of [actor('employer', ids.stranger, ids.employer), actor('board', ids.user)]) {
    for (const query of [
      getOwn,
      (ctx: Context) => getForOffice(ctx, ids.candidate),
      (ctx: Context) => getOfCaseload(ctx, ids.candidate),
    ] as ((ctx: Context) => Promise<unknown>)[])
      await expect(world.as(reader, query)).rejects.toBeInstanceOf(NotFound)
    expect(await world.as(reader, listCaseload)).toEqual([])
  }
  await expect(
    world.as(actor('employer', ids.stranger, ids.employer), getBoard),
  ).rejects.toBeInstanceOf(NotFound)
})

const tablesOfPeople = [
  'candidates',
  'candidate_identities',
  'candidate_supervision',
  'candidate_wishes',
  'candidate_profiles',
  'profile_texts',
  'enrolments',
  'mentor_assignments',
  'introductions',
  'introduction_events',
  'audit_entries',
  'users',
]

test.each(['employer', 'board', 'anonymous'] as const)(
  'in plain SQL as the app’s login, acting as %s, every table of people is empty and closed',
  async (role) => {
    const client = postgres(world.database.appUrl, { max: 1 })
    try {
      for (const table of tablesOfPeople) {
        const rows = await client.begin(async (tx) => {
          const organisation = role === 'employer' ? ids.employer : ''
          await tx`select set_config('app.role', ${role}, true), set_config('app.user_id', '', true),
            set_config('app.organisation_id', ${organisation}, true)`
          return tx`select 1 from ${tx(table)} limit 1`
        })
        expect(rows, table).toHaveLength(0)
      }
      const changed = await client.begin(async (tx) => {
        await tx`select set_config('app.role', ${role}, true)`
        return tx`update candidate_profiles set strengths = 'gone'`
      })
      expect(changed.count).toBe(0)
    } finally {
      await client.end()
    }
  },
)

test('there was something to hide in every one of those tables', async () => {
  await world.as(system('test'), async ({ db }) => {
    for (const table of tablesOfPeople.filter((name) => !name.startsWith('introduction'))) {
      const rows = await db.execute(sql`select 1 from ${sql.identifier(table)} limit 1`)
      expect(rows, table).toHaveLength(1)
    }
  })
})
