import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { detailsSchema } from '#app/features/candidates/details-schema.ts'
import { getDetails, saveDetails } from '#app/features/candidates/details.server.ts'
import { approve, giveConsent, recordOfficer } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Actor } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { makeCandidate, makeGrant, makeUser } from '#db/factories/index.ts'
import { roleGrants, sessions, users } from '#db/schema/accounts.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { candidates } from '#db/schema/candidates.ts'
import { introductions } from '#db/schema/introductions.ts'
import { cookieFor } from '#tests/support/session.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let office: Actor

beforeAll(async () => {
  world = await makeWorld()
  office = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return actorOf('coordinator', user.id)
  })
})
afterAll(() => world.close())

const details = (id: string) => world.as(office, (ctx) => getDetails(ctx, id))
const save = async (id: string, changes: Record<string, string>, who = office) => {
  const now = await details(id)
  const [year = '', month = '', day = ''] = now.dateOfBirth.split('-')
  const form = detailsSchema.parse({
    ...{ fullName: now.fullName, email: now.email ?? '', phone: now.phone ?? '' },
    ...{ outcode: now.outcode, onLicence: now.isOnLicence ? 'yes' : 'no' },
    ...{ 'dateOfBirth-day': day, 'dateOfBirth-month': month, 'dateOfBirth-year': year },
    ...{ version: String(now.version), ...changes },
  })
  return world.as(who, (ctx) => saveDetails(ctx, { candidateId: id, ...form }))
}
const userOf = (id: string) =>
  world.inside(async (tx) => {
    const [row] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(candidates)
      .innerJoin(users, eq(users.id, candidates.userId))
      .where(eq(candidates.id, id))
    return row
  })

test('the trail names what changed, and never what it says', async () => {
  const { candidateId } = world
  await save(candidateId, { fullName: 'Zeb Quillfeather', phone: '01632 960777', outcode: 'NR3' })
  expect(await details(candidateId)).toMatchObject({
    fullName: 'Zeb Quillfeather',
    outcode: 'NR3',
    version: 2,
  })
  expect((await userOf(candidateId))?.name).toBe('Zeb Quillfeather')
  const entries = await world.inside((tx) => tx.select().from(auditEntries))
  const entry = entries.find(({ action }) => action === 'candidate.details')
  expect(entry).toMatchObject({ reason: 'fullName,phone,outcode', versionAfter: 2 })
  expect(JSON.stringify(entries)).not.toMatch(/Quillfeather|960777/)
})

test('a save from an older page is refused, and nobody but the office saves', async () => {
  const { candidateId } = world
  await expect(save(candidateId, { version: '1' })).rejects.toMatchObject({
    fieldErrors: { version: [expect.stringContaining('somewhere else')] },
  })
  await expect(save(candidateId, {}, world.mentor)).rejects.toBeInstanceOf(NotFound)
  await expect(save(candidateId, { 'dateOfBirth-year': '2025' })).rejects.toBeInstanceOf(Invalid)
})

test('with another address the account moves, and whoever was signed in is not any more', async () => {
  const { candidateId } = world
  const account = await userOf(candidateId)
  await world.inside((tx) => cookieFor(tx, account?.id ?? '', world.clock.now()))
  await save(candidateId, { email: 'Zeb@Example.test' })
  expect((await userOf(candidateId))?.email).toBe('zeb@example.test')
  const open = await world.inside((tx) =>
    tx
      .select()
      .from(sessions)
      .where(eq(sessions.userId, account?.id ?? '')),
  )
  expect(open.every(({ endedAt }) => endedAt !== null)).toBe(true)

  await save(candidateId, { email: '' })
  const ended = await world.inside((tx) =>
    tx
      .select()
      .from(roleGrants)
      .where(eq(roleGrants.userId, account?.id ?? '')),
  )
  expect(ended.every(({ endedAt }) => endedAt !== null)).toBe(true)
  await save(candidateId, { email: 'zeb.new@example.test' })
  expect((await userOf(candidateId))?.email).toBe('zeb.new@example.test')
})

test('nobody’s account is taken over, and one used for other work keeps its address', async () => {
  const { candidateId } = world
  const [other] = await world.inside((tx) =>
    tx
      .select()
      .from(users)
      .where(eq(users.id, world.mentor.userId ?? '')),
  )
  await expect(save(candidateId, { email: other?.email ?? '' })).rejects.toBeInstanceOf(Invalid)
  const { id } = await world.inside((tx) => makeCandidate(tx, {}))
  await expect(save(id, { email: other?.email ?? '' })).rejects.toBeInstanceOf(Invalid)
  await save(id, { email: 'new@example.test' })
  expect((await userOf(id))?.email).toBe('new@example.test')

  const user = await userOf(id)
  await world.inside((tx) => makeGrant(tx, { userId: user?.id ?? '', role: 'board' }))
  await expect(save(id, { email: 'elsewhere@example.test' })).rejects.toBeInstanceOf(Invalid)
})

test('where other keys are needed now, what was not shared yet is approved again', async () => {
  const { candidate, candidateId, mentor, opportunityId, textHash } = world
  const introductionId = await world.as(candidate, (ctx) => showInterest(ctx, { opportunityId }))
  const key = { introductionId, textHash }
  await world.as(mentor, (ctx) => approve(ctx, key))
  const stored = () =>
    world.inside(async (tx) => {
      const [row] = await tx
        .select()
        .from(introductions)
        .where(eq(introductions.id, introductionId))
      return row
    })
  await save(candidateId, { onLicence: 'yes' })
  expect(await stored()).toMatchObject({ needsOfficer: true, approvalGivenAt: null })
  await world.as(candidate, (ctx) => giveConsent(ctx, key))
  await expect(world.as(mentor, (ctx) => approve(ctx, key))).rejects.toThrow(/officer/)
  expect((await stored())?.state).toBe('proposed')

  const officer = { officerName: 'Pat', approvedOn: londonDay(world.clock.now()) }
  await world.as(mentor, (ctx) => recordOfficer(ctx, { introductionId, ...officer }))
  await world.as(mentor, (ctx) => approve(ctx, key))
  expect((await stored())?.state).toBe('introduced')
})
