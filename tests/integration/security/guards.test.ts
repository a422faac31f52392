import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, giveConsent } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { anonymous, system } from '#app/platform/context.ts'
import type { Actor } from '#app/platform/context.ts'
import { makeOpportunity } from '#db/factories/index.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

// What the database refuses by itself, whatever the app asks: plain SQL as the app's login.

let world: World
/** Proposed, with no key turned; and introduced, with nobody met. */
let proposedId: string
let introducedId: string

const nobody = anonymous('test')
const inside = system('test')
const board = actorOf('board', crypto.randomUUID())
const office = actorOf('coordinator', crypto.randomUUID())

beforeAll(async () => {
  world = await makeWorld({ places: 3 })
  const other = await world.inside((tx) => makeOpportunity(tx, { employerId: world.employerId }))
  const interest = (opportunityId: string) =>
    world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  proposedId = await interest(other.id)
  introducedId = await interest(world.opportunityId)
  const key = { introductionId: introducedId, textHash: world.textHash }
  await world.as(world.candidate, (ctx) => giveConsent(ctx, key))
  await world.as(world.mentor, (ctx) => approve(ctx, key))
})
afterAll(() => world.close())

const UNDONE = 'was let through'

/** Runs them in one transaction that is undone, and gives what the database says. */
async function refusal(actor: Actor, ...statements: SQL[]): Promise<string> {
  try {
    await world.as(actor, async ({ db }) => {
      for (const statement of statements) await db.execute(statement)
      throw new Error(UNDONE)
    })
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error }
    return cause?.message ?? message
  }
  return UNDONE
}

describe('I1: the releases', () => {
  const profile = (id: string, employerId: SQL, body: SQL) => sql`
    insert into released_profiles (introduction_id, employer_id, body)
    select ${id}, ${employerId}, ${body}`
  const name = (id: string, employerId: SQL, fullName: SQL) => sql`
    insert into released_names (introduction_id, employer_id, full_name, mentor_name, mentor_phone)
    select ${id}, ${employerId}, ${fullName}, 'Maya', '01632 960001'`
  const release = (id: string, employerId: SQL, opportunityId: SQL) => sql`
    insert into introduction_releases (introduction_id, reference, employer_id, opportunity_id, released_at)
    select ${id}, 'P-1', ${employerId}, ${opportunityId}, now()`
  const met = () => sql`
    update introductions set second_released_at = now(), state = 'meeting', version = version + 1
    where id = ${introducedId}`
  const ours = () => sql`${world.employerId}::uuid`
  const theirs = () => sql`${world.otherEmployer.employerId}::uuid`
  const opening = () => sql`${world.opportunityId}::uuid`
  const words = sql`(select body from profile_texts limit 1)`
  const fullName = sql`(select full_name from candidate_identities limit 1)`

  it('hold nothing of an introduction without its keys', async () => {
    for (const statement of [
      profile(proposedId, ours(), words),
      name(proposedId, ours(), fullName),
      release(proposedId, ours(), opening()),
    ])
      expect(await refusal(inside, statement)).toBe('nothing is released of this introduction')
  })

  it('are for the employer and the opportunity of the introduction', async () => {
    for (const statement of [
      profile(introducedId, theirs(), words),
      name(introducedId, theirs(), fullName),
      release(introducedId, theirs(), opening()),
    ])
      expect(await refusal(inside, statement)).toContain('for the employer of the introduction')
    expect(
      await refusal(inside, release(introducedId, ours(), sql`${crypto.randomUUID()}::uuid`)),
    ).toContain('for the opportunity of the introduction')
  })

  it('hold the words that were agreed to, and no others', async () => {
    expect(await refusal(inside, profile(introducedId, ours(), sql`'Other words'`))).toContain(
      'not the words agreed to',
    )
    // The right ones are there already.
    expect(await refusal(inside, profile(introducedId, ours(), words))).toContain('duplicate key')
  })

  it('hold the name of the person, and only after “meet”', async () => {
    expect(await refusal(inside, name(introducedId, ours(), fullName))).toContain('wants to meet')
    expect(await refusal(inside, met(), name(introducedId, ours(), sql`'A. Nother'`))).toContain(
      'not the name of who is introduced',
    )
    expect(await refusal(inside, met(), name(introducedId, ours(), fullName))).toBe(UNDONE)
  })

  it('take nothing more once it has ended', async () => {
    const ended = sql`
      update introductions set state = 'withdrawn', ended_at = now(), version = version + 1
      where id = ${introducedId}`
    expect(await refusal(inside, met(), ended, name(introducedId, ours(), fullName))).toBe(
      'nothing is released of this introduction',
    )
  })
})

describe('what an employer may do to its own openings', () => {
  const begun = (state: string) => sql`
    insert into opportunities (id, employer_id, kind, state, title, published_at, closes_on)
    values (gen_random_uuid(), ${world.employerId}, 'job', ${state}, 'Never read', now(), '2099-12-31')`
  const set = (change: SQL) =>
    sql`update opportunities set ${change} where id = ${world.opportunityId}`

  it('is to begin with a draft', async () => {
    for (const state of ['submitted', 'returned', 'live', 'closed'])
      expect(await refusal(world.employer, begun(state))).toContain('begins as a draft')
    expect(await refusal(world.employer, begun('draft'))).toBe(UNDONE)
    expect(await refusal(office, begun('live'))).toBe(UNDONE)
  })

  it('is not to change what the office has read, live, closed or waiting', async () => {
    const closing = set(sql`state = 'closed', closed_at = now(), close_reason = 'filled_here'`)
    const opened = set(sql`state = 'live', closed_at = null, closes_on = '2099-01-31'`)
    const waiting = sql`
      insert into opportunities (id, employer_id, kind, state, title)
      values (gen_random_uuid(), ${world.employerId}, 'job', 'draft', 'Waiting')`
    const sent = sql`update opportunities set state = 'submitted' where title = 'Waiting'`
    const changed = sql`update opportunities set summary = 'x' where title = 'Waiting'`
    const KEPT = 'what the office has read is not changed'
    for (const change of [
      sql`title = 'x'`,
      sql`places = 90`,
      sql`audience = 'anyone', stance = 'x'`,
    ])
      expect(await refusal(world.employer, set(change))).toBe(KEPT)
    expect(await refusal(world.employer, set(sql`closes_on = '2099-01-31'`))).toBe(KEPT)
    expect(await refusal(world.employer, closing, set(sql`title = 'x'`))).toBe(KEPT)
    expect(await refusal(world.employer, closing, set(sql`state = 'live', title = 'x'`))).toBe(KEPT)
    expect(await refusal(world.employer, waiting, changed, sent)).toBe(UNDONE)
    expect(await refusal(world.employer, waiting, sent, changed)).toBe(KEPT)
    expect(await refusal(world.employer, closing, opened)).toBe(UNDONE)
    expect(await refusal(office, set(sql`title = 'x'`))).toBe(UNDONE)
  })

  it('is not to decide on them', async () => {
    const waiting = sql`
      insert into opportunities (id, employer_id, kind, state, title)
      values (gen_random_uuid(), ${world.employerId}, 'job', 'draft', 'Waiting')`
    const sent = sql`update opportunities set state = 'submitted' where title = 'Waiting'`
    for (const state of ['live', 'returned'])
      expect(
        await refusal(
          world.employer,
          waiting,
          sent,
          sql`update opportunities set state = ${state}, published_at = now(), closes_on = '2099-12-31' where title = 'Waiting'`,
        ),
      ).toContain('only the office decides')
  })
})

describe('the counts', () => {
  const counts = [
    sql`select * from board_funnel('2015-12-01', '2099-12-31')`,
    sql`select * from board_opportunities()`,
    sql`select board_employers()`,
  ]

  it('are for the board and the office, and for nobody else', async () => {
    for (const count of counts) {
      for (const actor of [board, office, inside]) expect(await refusal(actor, count)).toBe(UNDONE)
      for (const actor of [nobody, world.candidate, world.mentor, world.employer])
        expect(await refusal(actor, count)).toBe('the counts are for the board')
    }
  })

  it('are not to be had behind their backs', async () => {
    for (const count of [
      sql`select * from count_funnel('2015-12-01', '2099-12-31')`,
      sql`select * from count_opportunities()`,
      sql`select count_employers()`,
    ])
      for (const actor of [nobody, board, inside])
        expect(await refusal(actor, count)).toContain('permission denied')
  })
})

describe('I5: the audit trail', () => {
  const entry = (userId: string | null, role: string, organisationId: string | null = null) => sql`
    insert into audit_entries (id, actor_user_id, actor_role, organisation_id, action, object_type, object_id)
    values (gen_random_uuid(), ${userId}, ${role}, ${organisationId}, 'x', 'x', gen_random_uuid())`

  it('takes entries of somebody, in the role and for the organisation they act for', async () => {
    const { userId, employerId } = world.employer
    expect(await refusal(world.mentor, entry(world.mentor.userId, 'mentor'))).toBe(UNDONE)
    expect(await refusal(world.employer, entry(userId, 'employer', employerId))).toBe(UNDONE)
    expect(await refusal(inside, entry(null, 'system'))).toBe(UNDONE)
    for (const [actor, forged] of [
      [nobody, entry(null, 'coordinator')],
      [nobody, entry(null, 'anonymous')],
      [world.mentor, entry(world.mentor.userId, 'coordinator')],
      [world.mentor, entry(world.lead.userId, 'mentor')],
      [world.employer, entry(userId, 'employer', world.otherEmployer.employerId)],
    ] as const)
      expect(await refusal(actor, forged)).toContain('row-level security')
  })
})
