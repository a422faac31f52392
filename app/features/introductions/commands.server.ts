import { addDays } from 'date-fns'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import {
  forbidsApproval,
  isUnchecked,
  mustAskOfficer,
  weighRestrictions,
} from '#app/features/restrictions/gate.server.ts'
import { londonDay, longDate } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { roleGrants } from '#db/schema/accounts.ts'
import { candidates, mentorAssignments } from '#db/schema/candidates.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { hasExpired, KEY_DAYS, noApproval } from './gate.ts'
import { giveawaysOfText, refuseGiveaways } from './giveaways.server.ts'
import { releaseName } from './release.server.ts'
import { throughTheGate, transition, type Introduction } from './transition.server.ts'
import { stageOf } from './withdrawal.ts'
import { freezeWords } from './words.server.ts'

interface One {
  introductionId: string
}

/** In the history and the audit trail: somebody said that a word in them is not the name. */
const NOT_A_NAME = 'not_a_name'

/** Which exact words a key is for, and which of them only look like the person's name. */
interface ForWords extends One {
  textHash: string
  notNames?: readonly string[]
}

/** The candidate's key: for this opportunity, this employer and these exact words. */
export function giveConsent(ctx: Context, { introductionId, textHash, notNames = [] }: ForWords) {
  const reason = notNames.length > 0 ? NOT_A_NAME : undefined
  return transition(ctx, introductionId, 'give_consent', giveIt, reason)

  async function giveIt(current: Introduction) {
    const now = ctx.clock.now()
    const textId = await freezeWords(ctx, current.candidateId, textHash)
    refuseGiveaways(await giveawaysOfText(ctx, textId), { notNames, reader: 'candidate' })
    if (current.consentTextId === textId && !hasExpired(current.consentExpiresAt, now))
      throw new Conflict('You have said yes to these words already. Your mentor reads them next.')
    return {
      consentTextId: textId,
      consentGivenAt: now,
      consentExpiresAt: addDays(now, KEY_DAYS),
      consentBy: ctx.actor.userId,
      ...(await withoutStaleApproval(ctx, current)),
    }
  }
}

/** The mentor's key. The officer's approval comes first where the person is on licence. */
export function approve(ctx: Context, { introductionId, textHash, notNames = [] }: ForWords) {
  const reason = notNames.length > 0 ? NOT_A_NAME : undefined
  return transition(ctx, introductionId, 'approve', giveIt, reason)

  async function giveIt(current: Introduction) {
    if (current.needsOfficer && !current.officerRecordedAt)
      throw new Conflict('Record the supervising officer’s approval first.')
    await refuseUnlessAssigned(ctx, current)
    await refuseIfInvolved(ctx, current)
    await refuseByRestrictions(ctx, current)
    if (current.secondApprovedBy === ctx.actor.userId)
      throw new Forbidden('You gave the second approval; the first is somebody else’s to give.')
    const now = ctx.clock.now()
    const textId = await freezeWords(ctx, current.candidateId, textHash)
    refuseGiveaways(await giveawaysOfText(ctx, textId), { notNames, reader: 'mentor' })
    const isApproved =
      current.approvalTextId === textId && !hasExpired(current.approvalExpiresAt, now)
    // Where two people have to approve, who was the first of them can still change.
    if (isApproved && (!current.needsSecond || current.approvalBy === ctx.actor.userId))
      throw new Conflict('These words are approved already. Somebody else’s yes is still missing.')
    return {
      approvalTextId: textId,
      approvalGivenAt: now,
      approvalExpiresAt: addDays(now, KEY_DAYS),
      approvalBy: ctx.actor.userId,
      approvalNotNames: [...notNames],
      // The second approval was for the words before.
      ...(current.approvalTextId === textId
        ? {}
        : { secondApprovedAt: null, secondApprovedBy: null }),
    }
  }
}

/** An approval the supervising officer gave on paper or by telephone, put on record. */
export function recordOfficer(
  ctx: Context,
  { introductionId, officerName, approvedOn }: One & { officerName: string; approvedOn: string },
) {
  if (approvedOn > londonDay(ctx.clock.now()))
    throw new Invalid({ approvedOn: ['The day of the approval must be today or in the past'] })
  return transition(ctx, introductionId, 'record_officer', async (current) => {
    if (current.officerRecordedAt)
      throw new Conflict('The supervising officer’s approval is on record already.')
    return {
      ...(await withoutStaleApproval(ctx, current)),
      officerName,
      officerApprovedOn: approvedOn,
      officerRecordedAt: ctx.clock.now(),
      officerRecordedBy: ctx.actor.userId,
    }
  })
}

/** The safeguarding lead's approval where it is needed, of the words that were approved first. */
export function secondApprove(
  ctx: Context,
  { introductionId, textHash }: One & { textHash: string },
) {
  if (!ctx.actor.isSafeguardingLead) throw new NotFound()
  return transition(ctx, introductionId, 'second_approve', async (current) => {
    if (!current.needsSecond) throw notNeededBy(ctx)
    if (!current.approvalBy) throw new Conflict('The mentor’s approval comes first.')
    if (current.approvalBy === ctx.actor.userId)
      throw new Forbidden('The second approval is somebody else’s to give.')
    await refuseIfInvolved(ctx, current)
    if (current.secondApprovedAt) throw new Conflict('The second approval is given already.')
    await refuseByRestrictions(ctx, current)
    if ((await freezeWords(ctx, current.candidateId, textHash)) !== current.approvalTextId)
      throw new Conflict('These are other words than the ones approved. The mentor approves first.')
    return { secondApprovedAt: ctx.clock.now(), secondApprovedBy: ctx.actor.userId }
  })
}

/** For the office it is found only where it is needed; a mentor sees the introduction anyway. */
const notNeededBy = ({ actor }: Context) =>
  actor.role === 'coordinator'
    ? new NotFound()
    : new Conflict('This introduction needs no second approval.')

/** The mentor says no before anything was shared. */
export function refuse(ctx: Context, { introductionId, reason }: One & { reason: string }) {
  return transition(ctx, introductionId, 'refuse', undefined, reason)
}

/** Taken back by the candidate or the mentor: everything is hidden at once, whatever else happens. */
export async function withdraw(ctx: Context, { introductionId }: One) {
  const moved = await transition(ctx, introductionId, 'withdraw')
  // Who has started has their place: what they take back is what was said of them here.
  if (stageOf(moved) === 'accepted') await giveBackPlace(ctx, moved)
}

/** "Meet": the name and the way through the mentor follow at once. */
export async function meet(ctx: Context, { introductionId }: One) {
  const moved = await transition(ctx, introductionId, 'meet', async (current) => {
    await refuseIfFull(ctx, current)
    return { secondReleasedAt: ctx.clock.now() }
  })
  await throughTheGate(ctx, () => releaseName(ctx, moved))
}

/** "Not this time", with a coded reason the candidate reads in kinder words. */
export function notThisTime(ctx: Context, { introductionId, reason }: One & { reason: string }) {
  return transition(ctx, introductionId, 'not_this_time', undefined, reason)
}

export function offer(ctx: Context, { introductionId }: One) {
  return transition(ctx, introductionId, 'offer', async (current) => {
    await refuseIfFull(ctx, current)
    return { offeredAt: ctx.clock.now() }
  })
}

/** Takes a place, if there still is one: the last of N goes to one person only. */
export async function acceptOffer(ctx: Context, { introductionId }: One) {
  const moved = await transition(ctx, introductionId, 'accept_offer', () => ({
    acceptedAt: ctx.clock.now(),
  }))
  await throughTheGate(ctx, async () => {
    const taken = await ctx.db
      .update(opportunities)
      .set({ placesTaken: sql`${opportunities.placesTaken} + 1` })
      .where(
        and(
          eq(opportunities.id, moved.opportunityId),
          sql`${opportunities.placesTaken} < ${opportunities.places}`,
        ),
      )
      .returning({ placesTaken: opportunities.placesTaken })
    if (!taken[0]) throw new Conflict('The last place has been taken. Talk to your mentor.')
    await recordPlaces(ctx, moved, taken[0].placesTaken)
  })
}

export function declineOffer(ctx: Context, { introductionId }: One) {
  return transition(ctx, introductionId, 'decline_offer')
}

/** The employer says they started; counted once the mentor confirms it. */
export function recordStart(
  ctx: Context,
  { introductionId, startedOn }: One & { startedOn: string },
) {
  if (startedOn > londonDay(ctx.clock.now()))
    throw new Invalid({ startedOn: ['The day they started must be today or in the past'] })
  return transition(ctx, introductionId, 'record_start', ({ firstReleasedAt }) => {
    const introducedOn = firstReleasedAt && londonDay(firstReleasedAt)
    if (introducedOn && startedOn < introducedOn)
      throw new Invalid({
        startedOn: [
          `The day they started must be ${longDate(introducedOn)} or later: they were introduced to you on that day`,
        ],
      })
    return { startedOn, startRecordedAt: ctx.clock.now() }
  })
}

export function confirmStart(ctx: Context, { introductionId }: One) {
  return transition(ctx, introductionId, 'confirm_start', (current) => {
    if (current.startConfirmedAt) throw new Conflict('This start is confirmed already.')
    return { startConfirmedAt: ctx.clock.now() }
  })
}

/** Runs inside the gate, where what somebody is restricted in may be weighed, and is not told. */
async function refuseByRestrictions(ctx: Context, current: Introduction) {
  const standing = await weighRestrictions(ctx, current)
  if (isUnchecked(standing))
    throw new Conflict('Nobody has said whether there are restrictions. Say which, then approve.')
  if (forbidsApproval(standing) || mustAskOfficer(standing, current))
    throw new Conflict(
      'This cannot be approved as it stands. The checks say why; ask the office if they do not.',
    )
}

/**
 * An approval stands on what was checked before it. Where that is not so any more it is taken back
 * by whatever would otherwise have been the last key, and has to be given again.
 */
async function withoutStaleApproval(ctx: Context, current: Introduction) {
  if (!current.approvalGivenAt) return {}
  const standing = await weighRestrictions(ctx, current)
  return forbidsApproval(standing) ? noApproval : {}
}

/** No name and no offer for an opening that has no place to give. */
async function refuseIfFull({ db }: Context, { opportunityId }: Introduction) {
  const [opening] = await db
    .select({ isFull })
    .from(opportunities)
    .where(eq(opportunities.id, opportunityId))
  if (opening?.isFull)
    throw new Conflict('Every place of this opening is taken. You can answer “not this time”.')
}

async function giveBackPlace(ctx: Context, introduction: Introduction) {
  await throughTheGate(ctx, async () => {
    const [row] = await ctx.db
      .update(opportunities)
      .set({ placesTaken: sql`${opportunities.placesTaken} - 1` })
      .where(eq(opportunities.id, introduction.opportunityId))
      .returning({ placesTaken: opportunities.placesTaken })
    await recordPlaces(ctx, introduction, row?.placesTaken)
  })
}

const recordPlaces = (ctx: Context, { opportunityId }: Introduction, taken: number | undefined) =>
  recordAudit(ctx, {
    action: 'opportunity.places_taken',
    objectType: 'opportunity',
    objectId: opportunityId,
    reason: String(taken),
  })

async function refuseUnlessAssigned({ db, actor, clock }: Context, current: Introduction) {
  const now = clock.now()
  const rows = await db
    .select({ startsAt: mentorAssignments.startsAt, endsAt: mentorAssignments.endsAt })
    .from(mentorAssignments)
    .where(
      and(
        eq(mentorAssignments.candidateId, current.candidateId),
        eq(mentorAssignments.mentorUserId, actor.userId ?? ''),
      ),
    )
  if (!rows.some(({ endsAt }) => endsAt === null || endsAt > now)) throw new NotFound()
}

/** Nobody approves for themselves or for their own employer. */
async function refuseIfInvolved({ db, actor }: Context, current: Introduction) {
  const [employed] = await db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.userId, actor.userId ?? ''),
        eq(roleGrants.employerId, current.employerId),
        isNull(roleGrants.endedAt),
      ),
    )
  const [own] = await db
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.id, current.candidateId), eq(candidates.userId, actor.userId ?? '')))
  if (employed || own)
    throw new Forbidden('Nobody approves for themselves or for their own employer.')
}
