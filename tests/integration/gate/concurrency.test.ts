import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import {
  acceptOffer,
  approve,
  giveConsent,
  meet,
  offer,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import {
  shortlist,
  showInterest,
  showInterestOnce,
} from '#app/features/introductions/propose.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { makeCandidate, makeGrant, makeUser } from '#db/factories/index.ts'
import { actorOf, hashOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World

afterEach(() => world.close())

describe('C3: 50 approvals and withdrawals at once', () => {
  it('ends withdrawn with nothing readable, however they interleave', async () => {
    world = await makeWorld()
    const introductionId = await world.as(world.candidate, (ctx) =>
      showInterest(ctx, { opportunityId: world.opportunityId }),
    )
    const key = { introductionId, textHash: world.textHash }
    await world.as(world.candidate, (ctx) => giveConsent(ctx, key))

    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 === 0
          ? world.as(i % 4 === 0 ? world.mentor : world.lead, (ctx) => approve(ctx, key))
          : world.as(world.candidate, (ctx) => withdraw(ctx, key)),
      ),
    )

    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict)
    const withdrawals = results.filter((r, i) => i % 2 === 1 && r.status === 'fulfilled')
    expect(withdrawals).toHaveLength(1)
    const [row] = await world.inside((tx) =>
      tx.execute<{ state: string; version: number; entries: number }>(sql`
        select state, version, (select count(*)::int from audit_entries where object_id = i.id) as entries
        from introductions i`),
    )
    expect(row?.state).toBe('withdrawn')
    expect(row?.entries).toBe(row?.version)
    const readable = await world.as(world.employer, ({ db }) =>
      db.execute(sql`select 1 from released_profiles`),
    )
    expect(readable).toEqual([])
  })
})

describe('I3: “I’m interested”, pressed 20 times at once', () => {
  it('makes one introduction, and leads every time to that one', async () => {
    world = await makeWorld()
    const { candidate, opportunityId } = world
    const presses = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.as(candidate, (ctx) => showInterestOnce(ctx, { opportunityId })),
      ),
    )
    expect(new Set(presses.map(({ id }) => id)).size).toBe(1)
    expect(presses.filter(({ isNew }) => isNew)).toHaveLength(1)
    const [row] = await world.inside((tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from introductions`),
    )
    expect(row?.n).toBe(1)
  })
})

describe('C6: the last place', () => {
  it('gives exactly 3 places to 100 people who accept at once', async () => {
    world = await makeWorld({ places: 3 })
    const takers = await Promise.all(Array.from({ length: 100 }, offered))

    const results = await Promise.allSettled(
      takers.map(({ actor, introductionId }) =>
        world.as(actor, (ctx) => acceptOffer(ctx, { introductionId })),
      ),
    )

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const result of results)
      if (result.status === 'rejected')
        expect((result.reason as Error).message).toContain('last place has been taken')
    const counts = await world.inside((tx) =>
      tx.execute(sql`select (select places_taken from opportunities) as taken,
        (select count(*)::int from introductions where state = 'accepted') as accepted`),
    )
    expect(counts).toEqual([{ taken: 3, accepted: 3 }])
  })
})

/** Somebody new, brought as far as an offer for the world's opening. */
async function offered() {
  const words = 'Good with my hands'
  const { actor, candidateId } = await world.inside(async (tx) => {
    const account = await makeUser(tx)
    await makeGrant(tx, { userId: account.id, role: 'candidate' })
    const candidate = await makeCandidate(tx, {
      userId: account.id,
      mentorUserId: world.mentor.userId,
      profile: { strengths: words, skills: '', experience: '' },
    })
    return { actor: actorOf('candidate', account.id), candidateId: candidate.id }
  })
  const introductionId = await world.as(world.mentor, (ctx) =>
    shortlist(ctx, { candidateId, opportunityId: world.opportunityId }),
  )
  const key = { introductionId, textHash: hashOf(`What I am good at\n${words}`) }
  await world.as(actor, (ctx) => giveConsent(ctx, key))
  await world.as(world.mentor, (ctx) => approve(ctx, key))
  await world.as(world.employer, (ctx) => meet(ctx, key))
  await world.as(world.employer, (ctx) => offer(ctx, key))
  return { actor, introductionId }
}
