import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { approve, giveConsent, secondApprove } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import {
  getForLead,
  listSecondApprovals,
  secondApprovalDone,
} from '#app/features/introductions/second-approval.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { candidateProfiles } from '#db/schema/candidates.ts'
import { actorOf, hashOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string
let lead: Actor
let clerk: Actor

beforeEach(async () => {
  world = await makeWorld({ dateOfBirth: `${new Date().getUTCFullYear() - 17}-12-31` })
  const { opportunityId } = world
  introductionId = await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
  lead = await coordinator(true)
  clerk = await coordinator(false)
})
afterEach(() => world.close())

const coordinator = (isSafeguardingLead: boolean) =>
  world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator', isSafeguardingLead })
    return actorOf('coordinator', user.id, { isSafeguardingLead })
  })
const approveFirst = (textHash = world.textHash) =>
  world.as(world.mentor, (ctx) => approve(ctx, { introductionId, textHash }))
const waiting = (actor: Actor = lead) => world.as(actor, listSecondApprovals)
const done = (actor: Actor, id: string | null = introductionId) =>
  world.as(actor, (ctx) => secondApprovalDone(ctx, id))

test('it waits for the second approval once the mentor has approved, and until it is given', async () => {
  expect(await waiting()).toEqual([])
  await approveFirst()
  expect(await waiting()).toMatchObject([{ id: introductionId, mayGive: true, isOverdue: false }])
  expect(await waiting(clerk)).toMatchObject([{ id: introductionId, mayGive: false }])
  await world.as(lead, (ctx) => secondApprove(ctx, { introductionId, textHash: world.textHash }))
  expect(await waiting()).toEqual([])
})

test('words that were changed since go back to the mentor first', async () => {
  await approveFirst()
  await world.inside((tx) => tx.update(candidateProfiles).set({ strengths: 'Other words' }))
  expect(await waiting()).toEqual([])
  const textHash = hashOf('What I am good at\nOther words')
  await world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash }))
  expect(await waiting()).toEqual([])
  await approveFirst(textHash)
  expect(await waiting()).toHaveLength(1)
})

test('the reading is in the person’s own record, and nobody but a lead of the office reads', async () => {
  await approveFirst()
  const view = await world.as(lead, (ctx) => getForLead(ctx, introductionId))
  expect(view).toMatchObject({ person: { name: 'Zebedee Quillfeather' }, can: ['second_approve'] })
  expect(view.words.body).toContain('Canarywordstrength')
  const readings = await world.inside((tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.objectId, world.candidateId)),
  )
  expect(readings).toMatchObject([{ action: 'candidate.read', actorUserId: lead.userId }])
  for (const other of [clerk, world.lead, world.mentor, world.candidate, world.employer])
    await expect(world.as(other, (ctx) => getForLead(ctx, introductionId))).rejects.toBeInstanceOf(
      NotFound,
    )
})

test('only what this person has approved is confirmed, by how it stands', async () => {
  await approveFirst()
  expect(await done(lead)).toBeUndefined()
  await world.as(lead, (ctx) => secondApprove(ctx, { introductionId, textHash: world.textHash }))
  expect(await done(lead)).toContain('Nothing is shared until everybody who has to has said yes')
  expect(await done(clerk)).toBeUndefined()
  expect(await done(lead, 'x')).toBeUndefined()
  expect(await done(lead, null)).toBeUndefined()
  const key = { introductionId, textHash: world.textHash }
  await world.as(world.candidate, (ctx) => giveConsent(ctx, key))
  expect(await done(lead)).toContain('The employer can now read the words')
})
