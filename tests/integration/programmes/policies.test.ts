import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ageOn } from '#app/features/introductions/age.ts'
import type { Actor } from '#app/platform/context.ts'
import {
  enrol,
  makeCandidate,
  makeGrant,
  makeProgramme,
  makeProgrammeParts,
  makeUser,
} from '#db/factories/index.ts'
import type { Tx } from '#db/client.server.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let office: Actor
let board: Actor
let hidden: Awaited<ReturnType<typeof makeProgrammeParts>>
let enrolmentId: string

const nobody: Actor = { ...actorOf('board', ''), role: 'anonymous', userId: null }
const tables = [
  'programmes',
  'organisations',
  'districts',
  'funding_periods',
  'programme_areas',
  'referral_sources',
  'programme_metrics',
  'metric_values',
]

beforeAll(async () => {
  world = await makeWorld()
  await world.inside(async (tx) => {
    for (const role of ['coordinator', 'board'] as const) {
      const user = await makeUser(tx)
      await makeGrant(tx, { userId: user.id, role })
      if (role === 'board') board = actorOf(role, user.id)
      else office = actorOf(role, user.id)
    }
    const programme = await makeProgramme(tx, { name: 'Hidden' })
    hidden = await makeProgrammeParts(tx, programme.id)
    const known = await makeProgramme(tx, { name: 'Known', publicSlug: 'known' })
    await tx.execute(sql`insert into funding_periods (id, programme_id, funder, starts_on)
      values (gen_random_uuid(), ${known.id}, 'Known fund', '2020-01-01')`)
    const enrolment = await enrol(tx, {
      candidateId: world.candidateId,
      programmeId: programme.id,
    })
    enrolmentId = enrolment.id
  })
})
afterAll(() => world.close())

const count = (actor: Actor, table: string) =>
  world.as(actor, async ({ db }) => {
    const rows = await db.execute(sql`select * from ${sql.identifier(table)}`)
    return rows.length
  })
/** What the database says to a statement, in its own words; '' when it let it pass. */
const said = (actor: Actor, statement: ReturnType<typeof sql>) =>
  world
    .as(actor, async ({ db }) => `${(await db.execute(statement)).count} rows`)
    .catch((error: Error) => String((error.cause as Error | undefined)?.message ?? error.message))

describe('who reads what of a programme, in plain SQL', () => {
  test.each([
    //                     programmes organisations districts funding areas sources metrics values
    ['nobody', () => nobody, [1, 0, 1, 1, 0, 0, 0, 0]],
    ['a candidate', () => world.candidate, [2, 1, 1, 0, 0, 0, 0, 0]],
    ['a mentor', () => world.mentor, [2, 1, 1, 0, 0, 0, 0, 0]],
    ['an employer', () => world.employer, [0, 0, 1, 0, 0, 0, 0, 0]],
    ['a board member', () => board, [2, 1, 1, 2, 1, 0, 1, 1]],
    ['the office', () => office, [2, 1, 1, 2, 1, 1, 1, 1]],
  ] as const)('%s', async (_, actor, rows) => {
    const found = []
    for (const table of tables) found.push(await count(actor(), table))
    expect(found).toEqual(rows)
  })

  test('nobody but the office writes any of it, and nobody deletes', async () => {
    for (const actor of [nobody, world.candidate, world.mentor, world.employer, board])
      for (const table of tables) {
        const column = table === 'metric_values' ? 'source' : 'version'
        const value = column === 'source' ? sql`'x'` : sql`2`
        const statement = sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${value}`
        expect([actor.role, table, await said(actor, statement)]).toEqual([
          actor.role,
          table,
          '0 rows',
        ])
      }
    for (const table of tables)
      expect(await said(office, sql`delete from ${sql.identifier(table)}`)).toBe('0 rows')
    const admin = postgres(world.database.adminUrl, { max: 1 })
    for (const table of tables)
      await expect(admin`delete from ${admin(table)}`).rejects.toThrow('never changed')
    await admin.end()
  })

  test('a change without an audit entry does not last', async () => {
    const rename = sql`update organisations set name = 'Else', version = version + 1`
    expect(await said(office, rename)).toContain('has no audit entry for version 2')
  })
})

describe('what a row of a programme may say', () => {
  test.each([
    ['a rule for one sex without a legal basis', sql`only_sex = 'women'`, 'sex_rule_has_a_basis'],
    ['a basis of blanks', sql`only_sex = 'men', only_sex_basis = '  '`, 'sex_rule_has_a_basis'],
    ['an oldest age under the youngest', sql`min_age = 21, max_age = 18`, 'programmes_ages'],
    [
      'an end before the beginning',
      sql`starts_on = '2020-02-02', closed_on = '2020-02-01'`,
      'programmes_dates',
    ],
    ['itself as what comes after', sql`successor_id = id`, 'programmes_successor'],
  ])('not %s', async (_, values, constraint) => {
    expect(await said(office, sql`update programmes set ${values}`)).toContain(constraint)
  })

  test('a metric with numbers keeps its definition', async () => {
    const change = sql`update programme_metrics set definition = 'Something else'`
    expect(await said(office, change)).toContain('keeps its definition')
  })

  test('a number is never changed, and taken back only with a reason', async () => {
    expect(await said(office, sql`update metric_values set value = 13`)).toContain('never changed')
    const back = sql`update metric_values set taken_back_at = now()`
    expect(await said(office, back)).toContain('taken_back_with_reason')
  })

  test('a number that was taken back is not the board’s to read', async () => {
    await world.inside(async (tx) => {
      await tx.execute(sql`insert into audit_entries (id, actor_role, action, object_type, object_id, version_after)
        values (gen_random_uuid(), 'system', 'x', 'metric_value', ${hidden.value}, 2)`)
      await tx.execute(
        sql`update metric_values set taken_back_at = now(), taken_back_reason = 'Wrong', version = 2`,
      )
    })
    expect(await count(board, 'metric_values')).toBe(0)
    expect(await count(office, 'metric_values')).toBe(1)
  })
})

describe('an enrolment, in plain SQL', () => {
  const insert = (tx: Tx, programmeId: string, candidateId: string, more = sql`null, null, null`) =>
    tx.execute(sql`insert into enrolments
      (id, candidate_id, programme_id, started_on, referred_on, rules_confirmed_by, rules_confirmed_at)
      values (gen_random_uuid(), ${candidateId}, ${programmeId}, '2026-03-05', ${more})`)
  /** What the database says to enrolling somebody born then in a programme with these rules. */
  const enrolling = (
    programme: Parameters<typeof makeProgramme>[1],
    born = '1990-05-17',
    more?: ReturnType<typeof sql>,
    before: (tx: Tx, programmeId: string) => Promise<unknown> = async () => undefined,
  ) =>
    world
      .inside(async (tx) => {
        const { id } = await makeProgramme(tx, { minAge: null, ...programme })
        await before(tx, id)
        const candidate = await makeCandidate(tx, { dateOfBirth: born })
        await insert(tx, id, candidate.id, more)
        return 'enrolled'
      })
      .catch((error: Error) => String((error.cause as Error | undefined)?.message ?? error.message))

  test('is into a support programme that is open that day, and paid for', async () => {
    expect(await enrolling({})).toBe('enrolled')
    expect(await enrolling({ kind: 'board' })).toContain('in a board')
    expect(await enrolling({ closedOn: '2026-03-04' })).toContain('not open on that day')
    expect(await enrolling({ closedOn: '2026-03-05' })).toBe('enrolled')
    expect(await enrolling({ startsOn: '2026-03-06' })).toContain('not open on that day')
    const paidUntil = (day: string) =>
      enrolling({}, undefined, undefined, (tx, id) =>
        tx.execute(sql`insert into funding_periods (id, programme_id, funder, starts_on, ends_on)
          values (gen_random_uuid(), ${id}, 'A fund', '2026-01-01', ${day})`),
      )
    expect(await paidUntil('2026-03-04')).toContain('nobody pays')
    expect(await paidUntil('2026-03-05')).toBe('enrolled')
  })

  test('is confirmed by somebody where there are rules that nothing is kept for', async () => {
    const basis = { onlySexBasis: 'Equality Act 2010' }
    for (const rule of [
      { onlySex: 'women' as const, ...basis },
      { needLink: 'x' },
      { areasOnly: true },
    ]) {
      expect(await enrolling(rule)).toContain('nobody has made sure')
      const confirmed = sql`null, ${office.userId}::uuid, now()`
      expect(await enrolling(rule, undefined, confirmed)).toBe('enrolled')
    }
  })

  test('has the age that the code counts, on whichever day', async () => {
    const day = (from: string, to: string) =>
      fc
        .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    const pairs = [
      ...[
        ['2008-02-29', '2026-02-28'],
        ['2008-02-29', '2026-03-01'],
        ['2008-03-05', '2026-03-05'],
      ],
      ...fc.sample(fc.tuple(day('1940-01-01', '2015-12-31'), day('2016-01-01', '2045-12-31')), 400),
    ]
    const admin = postgres(world.database.adminUrl, { max: 1 })
    const rows = await admin<{ years: number }[]>`
      select extract(year from age(on_day, born))::int as years
      from unnest(${pairs.map(([born = '']) => born)}::date[], ${pairs.map(([, on = '']) => on)}::date[])
        with ordinality as t (born, on_day, n) order by n`
    await admin.end()
    expect(rows.map(({ years }) => years)).toEqual(
      pairs.map(([born = '', on = '']) => ageOn(born, on)),
    )
  })

  test('of somebody born on 29 February is for adults from 1 March', async () => {
    expect(await enrolling({ maxAge: 17 }, '2008-03-06')).toBe('enrolled')
    expect(await enrolling({ maxAge: 17 }, '2008-03-05')).toContain('of that age')
    expect(await enrolling({ minAge: 18 }, '2008-03-05')).toBe('enrolled')
    expect(await enrolling({ minAge: 18 }, '2008-03-06')).toContain('of that age')
    const referred = sql`'2026-02-28'::date, null, null`
    const youth = { maxAge: 17, ageMeasuredAt: 'referral' as const }
    expect(await enrolling(youth, '2008-02-29', referred)).toBe('enrolled')
    expect(await enrolling(youth, '2008-02-28', referred)).toContain('of that age')
  })

  test('may be reviewed and ended by the mentor, and by no other mentor', async () => {
    const review = sql`update enrolments set reviewed_on = '2026-03-05', version = version + 1
      where id = ${enrolmentId}`
    for (const actor of [world.stranger, world.candidate, world.employer, board])
      expect([actor.role, await said(actor, review)]).toEqual([actor.role, '0 rows'])
    expect(await said(world.mentor, review)).toContain('has no audit entry')
  })

  test.each([
    ['whose it is', sql`candidate_id = gen_random_uuid()`],
    ['when it began', sql`started_on = '2020-01-01'`],
    [
      'who made sure of its rules',
      sql`rules_confirmed_by = gen_random_uuid(), rules_confirmed_at = now()`,
    ],
  ])('never changes in %s', async (_, values) => {
    for (const actor of [world.mentor, office]) {
      const change = sql`update enrolments set ${values}, version = version + 1 where id = ${enrolmentId}`
      expect(await said(actor, change)).toContain('only its review and its end')
    }
  })

  test('ends with a reason only', async () => {
    const end = sql`update enrolments set ended_on = '2026-03-05', version = version + 1
      where id = ${enrolmentId}`
    expect(await said(office, end)).toContain('enrolments_end_has_reason')
  })
})
