import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
/** Superuser: to read the catalogue. */
let admin: postgres.Sql
/** The app's login in plain SQL, with no code of ours between. */
let app: postgres.Sql
let tables: string[]

beforeAll(async () => {
  world = await makeWorld()
  admin = postgres(world.database.adminUrl, { max: 1 })
  app = postgres(world.database.appUrl, { max: 1 })
  tables = (
    await admin<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`
  ).map(({ name }) => name)
})
afterAll(async () => {
  await admin.end()
  await app.end()
  await world.close()
})

describe('A7: the catalogue', () => {
  it('has row-level security, forced, and a policy on every table of ours', async () => {
    const rows = await admin<{ name: string; on: boolean; forced: boolean; policies: number }[]>`
      select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ on, forced, policies }) => !on || !forced || policies === 0)).toEqual([])
  })

  it('gives the app’s login no ownership, no superuser and no way round the policies', async () => {
    const [login] = await app<{ name: string; super: boolean; bypass: boolean }[]>`
      select rolname as name, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`
    expect(login).toMatchObject({ super: false, bypass: false })
    const owned = await admin`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${login?.name ?? ''}`
    expect(owned).toEqual([])
  })

  it('has no view, and lets only listed functions act with more rights than their caller', async () => {
    const views =
      await admin`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`
    expect(views).toEqual([])
    const functions = await admin<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace
        and (prosecdef or exists (select from unnest(proconfig) s where s like 'app.role=%')) order by 1`
    expect(functions.map(({ name }) => name)).toEqual([
      'app_has_open_reading',
      'app_is_assigned_to',
      'app_is_introduced_to',
      'app_is_safeguarding_lead',
      'app_is_staff_mentor_of',
      'app_is_volunteer',
      'app_owns_candidate',
      'board_employers',
      'board_funnel',
      'board_opportunities',
      'count_employers',
      'count_funnel',
      'count_opportunities',
      'employer_introduction_state',
      'end_demo',
      'enqueue_task',
      'guard_enrolment',
      'guard_introduction',
      'guard_introduction_restrictions',
      'guard_paused_and_hidden',
      'guard_restriction_status',
      'guard_second_approval',
      'guard_second_needed',
      'introduction_is_named',
      'introduction_is_open',
      'lock_who_hides',
      'require_audit',
      'tell_search_of_employers',
      'tell_search_of_opportunities',
      'who_saw_me',
    ])
  })
})

describe('A6: plain SQL as the app’s login', () => {
  /** What somebody who is nobody may read: what the public pages show, and the rules themselves. */
  const open = [
    'districts',
    'employers',
    'introduction_edges',
    'opportunities',
    'search_documents',
    'search_words',
  ]

  it('reads nothing of any person from any table when nobody is signed in', async () => {
    for (const table of tables.filter((name) => !open.includes(name)))
      expect([table, (await app`select * from ${app(table)}`).length]).toEqual([table, 0])
  })

  it.each([
    ['an employer', () => world.otherEmployer],
    ['a mentor of nobody', () => world.stranger],
  ])('reads nothing about a candidate as %s', async (_, actor) => {
    const { userId, role, employerId } = actor()
    for (const table of tables.filter((name) =>
      /candidate|profile|qualification|available|hidden|apart|enrolment|introductions|released|assignment|session|token|message|audit|safeguarding|sensitive/.test(
        name,
      ),
    )) {
      const rows = await app.begin(async (tx) => {
        await tx`select set_config('app.user_id', ${userId ?? ''}, true), set_config('app.role', ${role}, true), set_config('app.organisation_id', ${employerId ?? ''}, true)`
        return tx`select * from ${tx(table)}`
      })
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  it('forgets who acted when the transaction ends', async () => {
    await app.begin((tx) => tx`select set_config('app.role', 'system', true)`)
    expect(await app`select * from candidates`).toEqual([])
  })

  it('writes nothing when nobody is signed in', async () => {
    for (const table of tables) {
      const changed = await app`delete from ${app(table)}`.then(
        ({ count }) => count,
        () => 0,
      )
      expect([table, changed]).toEqual([table, 0])
    }
  })
})

describe('A8: many people on few connections', () => {
  it('answers 500 interleaved transactions of five people, each with only what is theirs', async () => {
    const few = postgres(world.database.appUrl, { max: 3 })
    const people = [world.candidate, world.mentor, world.stranger, world.employer, world.lead]
    const expected = [1, 1, 0, 0, 1]
    try {
      await Promise.all(
        Array.from({ length: 500 }, async (_, i) => {
          const { userId, role, employerId } = people[i % 5] ?? world.stranger
          const rows = await few.begin(async (tx) => {
            await tx`select set_config('app.user_id', ${userId ?? ''}, true), set_config('app.role', ${role}, true), set_config('app.organisation_id', ${employerId ?? ''}, true)`
            await tx`select pg_sleep(${(i % 7) / 1000})`
            return tx`select * from candidate_identities`
          })
          expect(rows.length).toBe(expected[i % 5])
        }),
      )
    } finally {
      await few.end()
    }
  })
})
