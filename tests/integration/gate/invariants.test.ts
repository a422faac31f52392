import { sql } from 'drizzle-orm'
import { addDays, addYears, format } from 'date-fns'
import { afterEach, describe, expect, it } from 'vitest'
import {
  acceptOffer,
  approve,
  confirmStart,
  giveConsent,
  meet,
  notThisTime,
  offer,
  recordOfficer,
  recordStart,
  refuse,
  secondApprove,
  withdraw,
} from '#app/features/introductions/commands.server.ts'
import { edges } from '#app/features/introductions/events.ts'
import { shortlist, showInterest } from '#app/features/introductions/propose.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { actorOf, hashOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World

async function begin(person: Parameters<typeof makeWorld>[0] = {}) {
  world = await makeWorld(person)
  const introductionId = await world.as(world.candidate, (ctx) =>
    showInterest(ctx, { opportunityId: world.opportunityId }),
  )
  const key = { introductionId, textHash: world.textHash }
  return {
    introductionId,
    consent: () => world.as(world.candidate, (ctx) => giveConsent(ctx, key)),
    approve: (by: Actor = world.mentor) => world.as(by, (ctx) => approve(ctx, key)),
    run: <T>(by: Actor, command: (ctx: Context, input: { introductionId: string }) => Promise<T>) =>
      world.as(by, (ctx) => command(ctx, { introductionId })),
    state: async () => (await row(introductionId)).state,
  }
}

async function row(introductionId: string) {
  const [found] = await world.inside((tx) =>
    tx.execute<{ state: string; version: number }>(
      sql`select state, version from introductions where id = ${introductionId}`,
    ),
  )
  if (!found) throw new Error('no such introduction')
  return found
}

/** What the employer's own database session can read of anybody, in plain SQL as the app's login. */
function employerReads(as: Actor) {
  return world.as(as, async ({ db }) => ({
    introductions: await db.execute(sql`select * from introductions`),
    candidates: await db.execute(sql`select * from candidates`),
    identities: await db.execute(sql`select * from candidate_identities`),
    supervision: await db.execute(sql`select * from candidate_supervision`),
    texts: await db.execute(sql`select * from profile_texts`),
    profiles: await db.execute(sql`select body from released_profiles`),
    names: await db.execute(sql`select full_name from released_names`),
  }))
}

/** Runs plain SQL with the gate's rights as the app's login: what broken app code could do at worst. */
const atTheGate = (statement: ReturnType<typeof sql>) =>
  world.as(world.mentor, async ({ db }) => {
    await db.execute(sql`select set_config('app.role', 'gate', true)`)
    await db.execute(statement)
  })

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'was let through',
    (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
  )

afterEach(() => world.close())

describe('I1: no employer reads a word before two keys', () => {
  it('shows the employer nothing with no key, and nothing with one', async () => {
    const { consent } = await begin()
    const nothing = {
      introductions: [],
      candidates: [],
      identities: [],
      supervision: [],
      texts: [],
      profiles: [],
      names: [],
    }
    expect(await employerReads(world.employer)).toEqual(nothing)
    await consent()
    expect(await employerReads(world.employer)).toEqual(nothing)
  })

  it('shows the words and no name once both keys are turned, and to no other employer', async () => {
    const { consent, approve } = await begin()
    await consent()
    await approve()
    const seen = await employerReads(world.employer)
    expect(seen.profiles).toEqual([{ body: 'What I am good at\nCanarywordstrength' }])
    expect([...seen.names, ...seen.introductions, ...seen.candidates, ...seen.texts]).toEqual([])
    expect((await employerReads(world.otherEmployer)).profiles).toEqual([])
  })

  it('gives the name on "meet" and not before', async () => {
    const { consent, approve, run } = await begin()
    await approve()
    await consent()
    await run(world.employer, meet)
    expect((await employerReads(world.employer)).names).toEqual([
      { full_name: 'Zebedee Quillfeather' },
    ])
    expect((await employerReads(world.otherEmployer)).names).toEqual([])
  })

  it('does not count a key that ran out before the other was turned', async () => {
    const { consent, approve, state } = await begin()
    await consent()
    world.clock.set(addDays(world.clock.now(), 14))
    await approve()
    expect(await state()).toBe('proposed')
    await consent()
    expect(await state()).toBe('introduced')
  })

  it('asks again when the profile changed between the two keys', async () => {
    const { consent, approve, state, run } = await begin()
    await consent()
    await world.inside((tx) =>
      tx.execute(sql`update candidate_profiles set strengths = 'Other words'`),
    )
    await expect(
      run(world.mentor, (ctx, input) => giveConsent(ctx, { ...input, textHash: world.textHash })),
    ).rejects.toThrow(NotFound)
    await expect(
      run(world.mentor, (ctx, input) => approve_(ctx, input, 'f'.repeat(64))),
    ).rejects.toThrow(Conflict)
    await approve()
    expect(await state()).toBe('introduced')
    expect((await employerReads(world.employer)).profiles).toEqual([
      { body: 'What I am good at\nCanarywordstrength' },
    ])
  })

  it('waits for the supervising officer where the person is on licence', async () => {
    const { consent, approve, run, state } = await begin({ onLicence: true })
    await consent()
    await expect(approve()).rejects.toThrow('supervising officer')
    await run(world.mentor, (ctx, input) =>
      recordOfficer(ctx, {
        ...input,
        officerName: 'A. Officer',
        approvedOn: londonDay(ctx.clock.now()),
      }),
    )
    await approve()
    expect(await state()).toBe('introduced')
  })

  it('waits for a second approver where the person is under 18, and not the first again', async () => {
    const born = format(addYears(new Date(), -17), 'yyyy-MM-dd')
    const { consent, approve, run, state } = await begin({ dateOfBirth: born })
    await consent()
    await approve(world.lead)
    expect(await state()).toBe('proposed')
    await expect(run(world.lead, second)).rejects.toThrow(Forbidden)
    await expect(run(world.mentor, second)).rejects.toThrow(NotFound)
    await approve()
    await run(world.lead, second)
    expect(await state()).toBe('introduced')
  })

  it('takes a second approval for the words approved, and for no others', async () => {
    const born = format(addYears(new Date(), -17), 'yyyy-MM-dd')
    const { consent, approve, run, state } = await begin({ dateOfBirth: born })
    await approve()
    await world.inside((tx) =>
      tx.execute(sql`update candidate_profiles set strengths = 'Other words'`),
    )
    const others = hashOf('What I am good at\nOther words')
    const withOthers = { textHash: others }
    await expect(
      run(world.lead, (ctx, input) => secondApprove(ctx, { ...input, ...withOthers })),
    ).rejects.toThrow('other words than the ones approved')
    await run(world.lead, second)
    await run(world.mentor, (ctx, input) => approve_(ctx, input, others))
    await run(world.candidate, (ctx, input) => giveConsent(ctx, { ...input, ...withOthers }))
    // The lead has approved the older words only.
    expect(await state()).toBe('proposed')
    await expect(run(world.lead, second)).rejects.toThrow('other words than the ones approved')
    await run(world.lead, (ctx, input) => secondApprove(ctx, { ...input, ...withOthers }))
    expect(await state()).toBe('introduced')
    await expect(consent()).rejects.toThrow(Conflict)
  })

  it('is held by the database: no release with a key missing, expired or for other words', async () => {
    const { introductionId, consent } = await begin()
    await consent()
    const release = (facts: string) =>
      refusal(
        atTheGate(sql`update introductions set state = 'introduced', version = version + 1,
          first_released_at = now(), ${sql.raw(facts)} where id = ${introductionId}`),
      )
    const approved = `approval_given_at = now(), approval_by = '${world.mentor.userId}'`
    expect(await release(`needs_officer = false`)).toContain('two_keys')
    expect(
      await release(`${approved}, approval_text_id = consent_text_id, approval_expires_at = now()`),
    ).toMatch(/two_keys|expired/)
    expect(await release(`${approved}, approval_expires_at = now() + interval '1 day'`)).toContain(
      'two_keys',
    )
  })

  it('is held by the database: the extra keys cannot be waved away', async () => {
    const { introductionId, consent } = await begin({ onLicence: true })
    await consent()
    expect(
      await refusal(
        atTheGate(sql`update introductions set state = 'introduced', version = version + 1, needs_officer = false,
          first_released_at = now(), approval_given_at = now(), approval_by = ${world.mentor.userId},
          approval_text_id = consent_text_id, approval_expires_at = now() + interval '1 day' where id = ${introductionId}`),
      ),
    ).toContain('supervising officer')
  })
})

const second = (ctx: Context, input: { introductionId: string }) =>
  secondApprove(ctx, { ...input, textHash: world.textHash })

const approve_ = (ctx: Context, input: { introductionId: string }, textHash: string) =>
  approve(ctx, { ...input, textHash })

describe('I2: the approver is an active mentor of this candidate', () => {
  it('does not exist for a mentor who is not assigned', async () => {
    const { approve } = await begin()
    await expect(approve(world.stranger)).rejects.toThrow(NotFound)
  })

  it('ends the moment an assignment does', async () => {
    const { approve } = await begin()
    await world.inside((tx) =>
      tx.execute(sql`update mentor_assignments set ends_at = now() where not is_cover`),
    )
    await expect(approve()).rejects.toThrow(NotFound)
  })

  it('is held by the database, for strangers and for the employer’s own people', async () => {
    const { introductionId } = await begin()
    const approveBy = (userId: string | null) =>
      refusal(
        atTheGate(sql`update introductions set version = version + 1, approval_given_at = now(),
          approval_by = ${userId} where id = ${introductionId}`),
      )
    expect(await approveBy(world.stranger.userId)).toContain('not an active mentor')
    await world.inside((tx) =>
      makeGrant(tx, {
        userId: world.mentor.userId ?? '',
        role: 'employer',
        employerId: world.employerId,
      }),
    )
    expect(await approveBy(world.mentor.userId)).toContain('own employer')
  })

  it('holds for the second approver as well, who is a safeguarding lead', async () => {
    const born = format(addYears(new Date(), -17), 'yyyy-MM-dd')
    const { introductionId, approve, run } = await begin({ dateOfBirth: born })
    await approve()
    const secondBy = (userId: string | null) =>
      refusal(
        atTheGate(sql`update introductions set version = version + 1, second_approved_at = now(),
          second_approved_by = ${userId} where id = ${introductionId}`),
      )
    expect(await secondBy(world.stranger.userId)).toContain('not a safeguarding lead')
    await world.inside((tx) =>
      makeGrant(tx, {
        userId: world.lead.userId ?? '',
        role: 'employer',
        employerId: world.employerId,
      }),
    )
    expect(await secondBy(world.lead.userId)).toContain('own employer')
    await expect(run(world.lead, second)).rejects.toThrow('own employer')
    await expect(approve(world.lead)).rejects.toThrow('own employer')
  })

  it('lets a safeguarding lead of the office give the second approval, and no other coordinator', async () => {
    const born = format(addYears(new Date(), -17), 'yyyy-MM-dd')
    const { consent, approve, run, state } = await begin({ dateOfBirth: born })
    await consent()
    await approve()
    const coordinator = await world.inside((tx) => makeUser(tx))
    await world.inside((tx) =>
      makeGrant(tx, { userId: coordinator.id, role: 'coordinator', isSafeguardingLead: true }),
    )
    await expect(run(actorOf('coordinator', coordinator.id), second)).rejects.toThrow(NotFound)
    const lead = actorOf('coordinator', coordinator.id, { isSafeguardingLead: true })
    await run(lead, second)
    expect(await state()).toBe('introduced')
  })
})

describe('I3: one live introduction per candidate and opportunity', () => {
  it('refuses a second in words, and allows one after the first has ended', async () => {
    const { run } = await begin()
    const again = () =>
      world.as(world.mentor, (ctx) =>
        shortlist(ctx, { candidateId: world.candidateId, opportunityId: world.opportunityId }),
      )
    await expect(again()).rejects.toThrow('already an introduction')
    await run(world.candidate, withdraw)
    await expect(again()).resolves.toBeTypeOf('string')
  })

  it('is held by the database', async () => {
    await begin()
    expect(
      await refusal(
        atTheGate(sql`insert into introductions (id, candidate_id, opportunity_id, employer_id, proposed_by, needs_officer, needs_second)
          values (gen_random_uuid(), ${world.candidateId}, ${world.opportunityId}, ${world.employerId}, 'mentor', false, false)`),
      ),
    ).toContain('introductions_one_live')
  })
})

describe('I4: taking back hides everything at once', () => {
  it('leaves the employer only the fact that there was an introduction', async () => {
    const { consent, approve, run } = await begin()
    await consent()
    await approve()
    await run(world.employer, meet)
    await run(world.candidate, withdraw)
    const seen = await employerReads(world.employer)
    expect([...seen.profiles, ...seen.names]).toEqual([])
    await expect(run(world.employer, offer)).rejects.toThrow('no longer open')
  })
})

describe('I5: every change has exactly one audit entry', () => {
  it('writes one entry for each version of the introduction', async () => {
    const { consent, approve, introductionId } = await begin()
    await consent()
    await approve()
    const entries = await world.inside((tx) =>
      tx.execute(
        sql`select action, version_after from audit_entries where object_id = ${introductionId} order by version_after`,
      ),
    )
    expect(entries).toEqual([
      { action: 'introduction.show_interest', version_after: 1 },
      { action: 'introduction.give_consent', version_after: 2 },
      { action: 'introduction.approve', version_after: 3 },
    ])
  })

  it('is held by the database: a change without its entry does not commit', async () => {
    const { introductionId } = await begin()
    expect(
      await refusal(
        atTheGate(
          sql`update introductions set state = 'withdrawn', ended_at = now(), version = version + 1 where id = ${introductionId}`,
        ),
      ),
    ).toContain('has no audit entry')
    expect((await row(introductionId)).state).toBe('proposed')
  })

  it('is held by the database: nobody changes, deletes or empties the trail', async () => {
    await begin()
    for (const statement of [
      sql`update audit_entries set action = 'x'`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries`,
    ])
      expect(await refusal(atTheGate(statement))).toMatch(/never changed|permission denied/)
  })
})

describe('I6: states move only along listed edges', () => {
  it('refuses anything else, and says what the state is now', async () => {
    const { consent, approve, run } = await begin()
    await consent()
    await approve()
    await expect(run(world.employer, offer)).rejects.toThrow('Waiting for your answer')
    await expect(
      run(world.mentor, (ctx, i) => refuse(ctx, { ...i, reason: 'other' })),
    ).rejects.toThrow('With the employer')
  })

  it('keeps the same list of edges in the database as in code', async () => {
    await begin()
    const held = await world.inside((tx) =>
      tx.execute<{ pair: string }>(
        sql`select from_state || '>' || to_state as pair from introduction_edges`,
      ),
    )
    expect(held.map(({ pair }) => pair).sort()).toEqual(
      edges()
        .map((e) => e.join('>'))
        .sort(),
    )
  })

  it('is held by the database', async () => {
    const { introductionId } = await begin()
    expect(
      await refusal(
        atTheGate(
          sql`update introductions set state = 'started', version = version + 1 where id = ${introductionId}`,
        ),
      ),
    ).toContain('cannot go from proposed to started')
  })
})

describe('I7: places never go below zero', () => {
  it('is held by the database', async () => {
    await begin()
    expect(
      await refusal(atTheGate(sql`update opportunities set places_taken = places + 1`)),
    ).toContain('opportunities_places')
  })

  it('gives a place back when somebody who had taken it withdraws', async () => {
    const { consent, approve, run } = await begin()
    await consent()
    await approve()
    await run(world.employer, meet)
    await run(world.employer, offer)
    await run(world.candidate, acceptOffer)
    const taken = () =>
      world.inside((tx) => tx.execute(sql`select places_taken from opportunities`))
    expect(await taken()).toEqual([{ places_taken: 1 }])
    await run(world.candidate, withdraw)
    expect(await taken()).toEqual([{ places_taken: 0 }])
  })
})

describe('I9: what someone may not see does not exist for them', () => {
  it('answers a stranger as it answers about an id that was never there', async () => {
    const { run } = await begin()
    for (const by of [world.stranger, world.employer, world.otherEmployer]) {
      await expect(run(by, withdraw)).rejects.toThrow(NotFound)
      await expect(
        world.as(by, (ctx) =>
          notThisTime(ctx, { introductionId: crypto.randomUUID(), reason: 'other' }),
        ),
      ).rejects.toThrow(NotFound)
    }
  })
})

describe('I10: no change loses another’s', () => {
  it('is held by the database: one version at a time', async () => {
    const { introductionId } = await begin()
    expect(
      await refusal(
        atTheGate(sql`update introductions set officer_name = 'x' where id = ${introductionId}`),
      ),
    ).toContain('one version at a time')
  })
})

describe('the whole way', () => {
  it('goes from interest to a confirmed start, once', async () => {
    const { consent, approve, run, state } = await begin()
    await consent()
    await approve()
    await run(world.employer, meet)
    await run(world.employer, offer)
    await run(world.candidate, acceptOffer)
    await run(world.employer, (ctx, input) =>
      recordStart(ctx, { ...input, startedOn: londonDay(ctx.clock.now()) }),
    )
    await run(world.mentor, confirmStart)
    expect(await state()).toBe('started')
    await expect(run(world.mentor, confirmStart)).rejects.toThrow('confirmed already')
  })
})
