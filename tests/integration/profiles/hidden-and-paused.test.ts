import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { approve, giveConsent, recordOfficer } from '#app/features/introductions/commands.server.ts'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { shortlist, showInterest } from '#app/features/introductions/propose.server.ts'
import { getShortlist } from '#app/features/mentors/queries.server.ts'
import { openingById } from '#app/features/opportunities/queries.server.ts'
import { hideFrom, savePause, showTo } from '#app/features/profiles/commands.server.ts'
import { getPause } from '#app/features/profiles/queries.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { makeAssignment, makeMentor, makeOpportunity } from '#db/factories/index.ts'
import { candidates } from '#db/schema/candidates.ts'
import { introductions } from '#db/schema/introductions.ts'
import { hiddenEmployers } from '#db/schema/profiles.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const interest = () =>
  world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId: world.opportunityId }))
const putForward = () =>
  world.as(world.mentor, (ctx) =>
    shortlist(ctx, { candidateId: world.candidateId, opportunityId: world.opportunityId }),
  )
const hide = () =>
  world.as(world.candidate, (ctx) => hideFrom(ctx, world.candidateId, world.employerId))
const show = () =>
  world.as(world.candidate, (ctx) => showTo(ctx, world.candidateId, world.employerId))
const pause = (act: 'pause' | 'resume') =>
  world.as(world.candidate, async (ctx) => {
    const { version } = await getPause(ctx, world.candidateId)
    return savePause(ctx, world.candidateId, act, { version })
  })
const key = (introductionId: string) => ({ introductionId, textHash: world.textHash })
const consent = (id: string) => world.as(world.candidate, (ctx) => giveConsent(ctx, key(id)))
const approval = (id: string) => world.as(world.mentor, (ctx) => approve(ctx, key(id)))

test('nothing begins with an employer somebody hides from, and everything after they stop', async () => {
  await hide()
  await expect(interest()).rejects.toThrow('You have hidden yourself from this employer')
  await expect(putForward()).rejects.toThrow('cannot be put forward to this employer')
  await show()
  expect(await interest()).toEqual(expect.any(String))
})

test('no key is turned for an employer somebody hides from meanwhile, and nothing is released', async () => {
  const id = await interest()
  await approval(id)
  await hide()
  await expect(consent(id)).rejects.toBeInstanceOf(Conflict)
  await expect(approval(id)).rejects.toBeInstanceOf(Conflict)
  await expect(
    world.as(world.mentor, (ctx) =>
      recordOfficer(ctx, { introductionId: id, officerName: 'Pat', approvedOn: '2020-03-05' }),
    ),
  ).rejects.toBeInstanceOf(Conflict)
  const mentors = await world.as(world.mentor, (ctx) => getForMentor(ctx, id))
  expect(mentors.can).toEqual(['refuse', 'withdraw'])
  const own = await world.as(world.candidate, (ctx) => getForCandidate(ctx, id))
  expect([own.isHidden, own.can]).toEqual([true, ['withdraw']])
  await show()
  expect(await consent(id)).toMatchObject({ state: 'introduced' })
})

test('the database refuses by itself what the program refuses', async () => {
  const id = await interest()
  await consent(id)
  await hide()
  const turn = world.inside((tx) =>
    tx
      .update(introductions)
      .set({ approvalGivenAt: world.clock.now(), approvalBy: world.mentor.userId, version: 3 })
      .where(eq(introductions.id, id)),
  )
  await expect(turn).rejects.toMatchObject({
    cause: { message: 'the person has hidden themselves from this employer' },
  })
  const facts = {
    candidateId: world.candidateId,
    opportunityId: world.opportunityId,
    employerId: world.employerId,
    proposedBy: 'mentor' as const,
    needsOfficer: false,
    needsSecond: false,
  }
  const begin = () => world.inside((tx) => tx.insert(introductions).values(facts))
  await expect(begin()).rejects.toMatchObject({
    cause: { message: 'the person has hidden themselves from this employer' },
  })
  await show()
  await pause('pause')
  await expect(begin()).rejects.toMatchObject({ cause: { message: 'the person has paused' } })
})

test('of hiding and approving at the same moment, what comes second is judged by the first', async () => {
  for (let round = 0; round < 10; round++) {
    const fresh = await makeWorld()
    try {
      const id = await fresh.as(fresh.candidate, (ctx) =>
        showInterest(ctx, { opportunityId: fresh.opportunityId }),
      )
      const one = { introductionId: id, textHash: fresh.textHash }
      await fresh.as(fresh.candidate, (ctx) => giveConsent(ctx, one))
      await Promise.allSettled([
        fresh.as(fresh.mentor, (ctx) => approve(ctx, one)),
        fresh.as(fresh.candidate, (ctx) => hideFrom(ctx, fresh.candidateId, fresh.employerId)),
      ])
      const [row, hidden] = await fresh.inside(async (tx) => [
        (await tx.select().from(introductions))[0],
        (await tx.select().from(hiddenEmployers))[0],
      ])
      // Hiding always works; where the release came, it came before.
      expect(hidden).toBeDefined()
      if (row?.firstReleasedAt) expect(row.state).toBe('introduced')
      else expect(row?.approvalGivenAt).toBeNull()
    } finally {
      await fresh.close()
    }
  }
}, 60_000)

test('what was released already goes on: the employer can tell nothing', async () => {
  const id = await interest()
  await consent(id)
  await approval(id)
  const seen = () =>
    world.as(
      world.employer,
      (ctx) => ctx.db.execute('select * from released_profiles') as Promise<unknown[]>,
    )
  const before = await seen()
  await hide()
  expect(before).toHaveLength(1)
  expect(await seen()).toEqual(before)
})

test('the opening is still there for the candidate and says that they hide; nobody else is told', async () => {
  await hide()
  const read = (who: typeof world.candidate) =>
    world.as(who, (ctx) => openingById(ctx, world.opportunityId))
  expect((await read(world.candidate)).stays).toEqual({
    isPaused: false,
    hiddenFrom: world.employerId,
  })
  for (const who of [world.employer, world.mentor, world.otherEmployer])
    expect((await read(who)).stays).toBeNull()
})

test('in plain SQL an employer reads nothing of who hides, keeps apart, pauses or is to be released', async () => {
  await hide()
  await pause('pause')
  const app = postgres(world.database.appUrl, { max: 1 })
  try {
    for (const table of ['hidden_employers', 'kept_apart', 'candidate_releases', 'candidates'])
      for (const verb of ['select * from', 'delete from']) {
        const rows = await app.begin(async (tx) => {
          const { userId, employerId } = world.employer
          await tx`select set_config('app.user_id', ${userId ?? ''}, true), set_config('app.role', 'employer', true), set_config('app.organisation_id', ${employerId ?? ''}, true)`
          return tx.unsafe(`${verb} ${table}`)
        })
        expect([table, verb, rows.count]).toEqual([table, verb, 0])
      }
  } finally {
    await app.end()
  }
})

test('a pause keeps somebody out of everything new, and ends nothing that is under way', async () => {
  const id = await interest()
  await pause('pause')
  // Pressed twice it is still a pause.
  expect(await pause('pause')).toBe(true)
  await consent(id)
  expect(await approval(id)).toMatchObject({ state: 'introduced' })
  const other = await world.inside((tx) => makeOpportunity(tx, { employerId: world.employerId }))
  const again = { opportunityId: other.id }
  await expect(world.as(world.candidate, (ctx) => showInterest(ctx, again))).rejects.toThrow(
    'You have paused',
  )
  await expect(
    world.as(world.mentor, (ctx) => shortlist(ctx, { candidateId: world.candidateId, ...again })),
  ).rejects.toThrow('has paused')
  const list = () => world.as(world.mentor, (ctx) => getShortlist(ctx, other.id))
  expect((await list()).people[0]?.whyNot).toBe('has paused')
  expect(await pause('resume')).toBe(false)
  expect((await list()).people[0]?.whyNot).toBeNull()
  expect(await world.as(world.candidate, (ctx) => showInterest(ctx, again))).toBeTruthy()
})

test('a person may change their pause in their own row, and nothing else of it', async () => {
  for (const who of [world.candidate, world.mentor])
    await expect(
      world.as(who, ({ db }) => db.update(candidates).set({ reference: 'TG-mine' })),
    ).rejects.toMatchObject({ cause: { message: 'only pausing is theirs to change' } })
  const paused = await world.as(world.stranger, ({ db }) =>
    db.update(candidates).set({ pausedAt: world.clock.now() }).returning(),
  )
  expect(paused).toEqual([])
})

test('a volunteer is not told from whom somebody hides, but cannot put them forward there', async () => {
  const volunteer = await world.inside(async (tx) => {
    const { userId } = await makeMentor(tx, { isVolunteer: true })
    await makeAssignment(tx, {
      candidateId: world.candidateId,
      mentorUserId: userId,
      isCover: true,
    })
    return actorOf('mentor', userId)
  })
  await hide()
  expect(await world.as(volunteer, ({ db }) => db.select().from(hiddenEmployers))).toEqual([])
  expect(await world.as(world.mentor, ({ db }) => db.select().from(hiddenEmployers))).toHaveLength(
    1,
  )
  await expect(
    world.as(volunteer, (ctx) =>
      shortlist(ctx, { candidateId: world.candidateId, opportunityId: world.opportunityId }),
    ),
  ).rejects.toBeInstanceOf(Conflict)
})
