import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approve, giveConsent, recordOfficer } from '#app/features/introductions/commands.server.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import {
  addRestriction,
  changeRestriction,
  endRestriction,
  setStatus,
} from '#app/features/restrictions/commands.server.ts'
import { getStatus } from '#app/features/restrictions/queries.server.ts'
import type { RestrictionStatus } from '#app/features/restrictions/status.ts'
import { openReading } from '#app/features/sensitive/open-reading.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import type { Actor } from '#app/platform/context.ts'
import { enrol, makeAssignment, makeMentor, makeProgramme } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { introductions } from '#db/schema/introductions.ts'
import { londonDay } from '#app/platform/clock.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let volunteer: Actor
let introductionId: string
beforeEach(async () => {
  world = await makeWorld()
  await world.inside(async (tx) => {
    await enrol(tx, { candidateId: world.candidateId })
    const mentor = await makeMentor(tx, { isVolunteer: true })
    await makeAssignment(tx, {
      ...{ candidateId: world.candidateId, mentorUserId: mentor.userId, isCover: true },
    })
    volunteer = actorOf('mentor', mentor.userId)
  })
  introductionId = await world.as(world.candidate, (ctx) =>
    showInterest(ctx, { opportunityId: world.opportunityId }),
  )
})
afterEach(() => world.close())

const key = () => ({ introductionId, textHash: world.textHash })
const say = (status: RestrictionStatus, version = 0, actor = world.mentor) =>
  world.as(actor, (ctx) => setStatus(ctx, { candidateId: world.candidateId, status, version }))
const add = (more: Record<string, unknown> = {}) =>
  world.as(world.mentor, (ctx) =>
    addRestriction(ctx, { candidateId: world.candidateId, form: restrictionForm(more) }),
  )
const approval = (actor = world.mentor) => world.as(actor, (ctx) => approve(ctx, key()))
const consent = () => world.as(world.candidate, (ctx) => giveConsent(ctx, key()))
const view = (actor = world.mentor) => world.as(actor, (ctx) => getForMentor(ctx, introductionId))
const check = async (actor = world.mentor) =>
  (await view(actor)).checks.find(({ name }) => name === 'Restrictions')
const plainly = (set: ReturnType<typeof sql>) =>
  world.inside(async (tx) => {
    await tx.execute(
      sql`update introductions set ${set}, version = version + 1 where id = ${introductionId}`,
    )
    await tx.insert(auditEntries).values({
      ...{ actorRole: 'system', action: 'x', objectType: 'introduction', objectId: introductionId },
      versionAfter: (
        await tx.select().from(introductions).where(eq(introductions.id, introductionId))
      )[0]!.version,
    })
  })

describe('“not checked”', () => {
  test('stops an approval, and the page says so and offers none', async () => {
    expect(await check()).toMatchObject({ result: 'not_checked' })
    expect((await view()).can).not.toContain('approve')
    expect((await view()).mustCheckRestrictions).toBe(true)
    await expect(approval()).rejects.toThrow('Nobody has said whether there are restrictions')
    await say('none')
    expect(await check()).toMatchObject({ result: 'met' })
    expect((await view()).can).toContain('approve')
    await approval()
    expect((await consent()).state).toBe('introduced')
  })

  test('stops it in the database as well, where somebody writes past the commands', async () => {
    const given = sql`approval_given_at = now(), approval_expires_at = now() + interval '9 days',
      approval_by = ${world.mentor.userId}`
    await expect(plainly(given)).rejects.toMatchObject({
      cause: { message: 'whether there are restrictions has not been checked' },
    })
    await say('some')
    await plainly(given)
  })

  test('said again after an approval takes the approval back, before anything is released', async () => {
    await say('none')
    await approval()
    await say('not_checked', 1)
    const { state, approvalGivenAt } = await consent()
    expect([state, approvalGivenAt]).toEqual(['proposed', null])
  })

  test('stops a release in the database too', async () => {
    await say('none')
    await approval()
    await say('not_checked', 1)
    await expect(
      plainly(sql`state = 'introduced', first_released_at = now(), consent_text_id = approval_text_id,
        consent_given_at = now(), consent_expires_at = now() + interval '9 days', consent_by = ${world.candidate.userId}`),
    ).rejects.toMatchObject({
      cause: { message: 'whether there are restrictions has not been checked' },
    })
  })

  test('stops nobody whose programme records none, nor whose time in one is over', async () => {
    const free = await makeWorld()
    try {
      await free.inside(async (tx) => {
        const youth = await makeProgramme(tx, { recordsRestrictions: false })
        await enrol(tx, { candidateId: free.candidateId, programmeId: youth.id })
        await enrol(tx, {
          candidateId: free.candidateId,
          endedOn: '2025-01-01',
          endedReason: 'other',
        })
      })
      const id = await free.as(free.candidate, (ctx) =>
        showInterest(ctx, { opportunityId: free.opportunityId }),
      )
      const { checks } = await free.as(free.mentor, (ctx) => getForMentor(ctx, id))
      expect(checks.map(({ name }) => name)).not.toContain('Restrictions')
      await free.as(free.mentor, (ctx) =>
        approve(ctx, { introductionId: id, textHash: free.textHash }),
      )
    } finally {
      await free.close()
    }
  })
})

describe('some, beside an opening', () => {
  test('that do not fit stop the approval, whoever presses', async () => {
    await add({ kind: 'area', days: [], outcodes: 'NR1' })
    expect(await check()).toMatchObject({ result: 'not_met' })
    expect((await view()).can).not.toContain('approve')
    await expect(approval()).rejects.toBeInstanceOf(Conflict)
    await expect(approval(volunteer)).rejects.toBeInstanceOf(Conflict)
  })

  test('that came after the approval take it back', async () => {
    await say('none')
    await approval()
    await add({ kind: 'area', days: [], outcodes: 'NR1' })
    expect((await consent()).state).toBe('proposed')
  })

  test('that an officer has to say about wait for the officer', async () => {
    await add({ kind: 'premises', days: [], premises: 'licensed' })
    expect(await check()).toMatchObject({ result: 'ask' })
    expect((await view()).can).toContain('record_officer')
    await expect(approval()).rejects.toBeInstanceOf(Conflict)
    await world.as(world.mentor, (ctx) =>
      recordOfficer(ctx, {
        ...{ introductionId, officerName: 'Pat Officer' },
        approvedOn: londonDay(world.clock.now()),
      }),
    )
    await approval()
  })

  test('a curfew beside an opening without times is unknown, which the mentor may decide', async () => {
    await add()
    expect(await check()).toMatchObject({ result: 'unknown' })
    await approval()
  })

  test('what fits is unknown once it should have been looked at again', async () => {
    await add({ kind: 'area', days: [], outcodes: 'NR30' })
    expect(await check()).toMatchObject({ result: 'met' })
    world.clock.set('2099-03-05T12:00:00Z')
    expect(await check()).toMatchObject({ result: 'met' })
    world.clock.set('2099-03-06T12:00:00Z')
    expect(await check()).toMatchObject({ result: 'unknown' })
  })

  test('a volunteer reads that there are some and not what they come to', async () => {
    await add({ kind: 'area', days: [], outcodes: 'NR1' })
    const told = await check(volunteer)
    expect(told).toEqual({
      name: 'Restrictions',
      result: 'unknown',
      because: 'There are some. The office knows which.',
    })
    expect(JSON.stringify(await view(volunteer))).not.toContain('blocked')
  })

  test('no view of an introduction holds an effect, for anybody', async () => {
    await add({ details: 'Kestrelmoor' })
    for (const actor of [world.mentor, volunteer, world.lead])
      expect(JSON.stringify(await view(actor))).not.toMatch(/Kestrelmoor|curfew|19:00/)
  })
})

describe('recording', () => {
  const status = () => world.as(world.mentor, (ctx) => getStatus(ctx, world.candidateId))

  test('adding the first says “some”; a form sent twice, at once or later, is one restriction', async () => {
    const form = restrictionForm()
    const send = () =>
      world.as(world.mentor, (ctx) => addRestriction(ctx, { candidateId: world.candidateId, form }))
    await Promise.allSettled([send(), send(), send()])
    await send()
    expect((await status()).status).toBe('some')
    const rows = await world.inside((tx) => tx.execute(sql`select id from candidate_restrictions`))
    expect(rows).toHaveLength(1)
    const trail = await world.inside((tx) =>
      tx.select().from(auditEntries).where(eq(auditEntries.objectType, 'restriction')),
    )
    expect(trail).toHaveLength(1)
  })

  test('“none” cannot be said while there are some, in the database either', async () => {
    await add()
    await expect(say('none', 1)).rejects.toBeInstanceOf(Invalid)
    await expect(
      world.inside((tx) =>
        tx.execute(sql`update candidate_restriction_status set status = 'none'`),
      ),
    ).rejects.toMatchObject({ cause: { message: 'there are restrictions on record' } })
  })

  test('a stale save of the status keeps the first', async () => {
    await say('some')
    await expect(say('none')).rejects.toBeInstanceOf(Invalid)
    await expect(say('none', 7)).rejects.toBeInstanceOf(Invalid)
    expect(await status()).toMatchObject({ status: 'some', version: 1 })
  })

  test('ending the last one asks anew; a stale change keeps the first', async () => {
    const { id } = restrictionForm()
    await add({ id })
    const one = { restrictionId: id, sessionHash: 's' }
    const as = world.mentor
    await expect(
      world.as(as, (ctx) => endRestriction(ctx, { ...one, version: 1 })),
    ).rejects.toBeInstanceOf(NotFound)
    await world.as(as, (ctx) =>
      openReading(ctx, {
        ...{ candidateId: world.candidateId, sessionHash: 's', kind: 'restrictions' as const },
        ...{ reason: 'To change it', heldBackBecause: '' },
      }),
    )
    const change = (version: number) =>
      world.as(as, (ctx) =>
        changeRestriction(ctx, {
          ...one,
          form: restrictionForm({ id, version: String(version), from: '20:00' }),
        }),
      )
    await change(1)
    await expect(change(1)).rejects.toBeInstanceOf(Invalid)
    await expect(
      world.as(as, (ctx) => endRestriction(ctx, { ...one, version: 1 })),
    ).rejects.toBeInstanceOf(Invalid)
    await world.as(as, (ctx) => endRestriction(ctx, { ...one, version: 2 }))
    expect((await status()).status).toBe('not_checked')
    await expect(change(3)).rejects.toBeInstanceOf(NotFound)
  })

  test('is for the mentor and the office; a volunteer and strangers find nothing, in plain SQL either', async () => {
    for (const actor of [volunteer, world.stranger, world.employer, world.candidate]) {
      await expect(say('none', 0, actor)).rejects.toBeInstanceOf(NotFound)
      const plain = world.as(actor, ({ db }) =>
        db.execute(sql`insert into candidate_restriction_status (candidate_id, status, set_at, set_by)
          values (${world.candidateId}, 'none', now(), ${actor.userId})`),
      )
      await expect(plain).rejects.toThrow()
    }
    await say('some')
    const changed = await world.as(volunteer, ({ db }) =>
      db.execute(sql`update candidate_restriction_status set status = 'none' returning 1`),
    )
    expect(changed).toHaveLength(0)
  })
})
