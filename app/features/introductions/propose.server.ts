import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isOnOffer } from '#app/features/opportunities/browse.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { candidateIdentities, candidates, candidateSupervision } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductionEvents, introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { yearsOld } from './age.ts'
import { isSecondNeeded } from './needs-second.server.ts'
import { findOwnFor } from './queries.server.ts'
import { refuseIfHidden, refuseIfPaused } from './stays-away.server.ts'
import { tellOf } from './tell.server.ts'
import { throughTheGate } from './transition.server.ts'

/**
 * "I'm interested": goes to the mentor and never to the employer. Gives the introduction's id; said
 * twice at once, it is the one there is.
 */
export async function showInterest(ctx: Context, { opportunityId }: { opportunityId: string }) {
  if (ctx.actor.role !== 'candidate' || !ctx.actor.userId) throw new NotFound()
  const [own] = await ctx.db
    .select({ id: candidates.id })
    .from(candidates)
    .where(eq(candidates.userId, ctx.actor.userId))
  if (!own) throw new NotFound()
  const id =
    (await propose(ctx, own.id, opportunityId, 'candidate')) ??
    (await findOwnFor(ctx, opportunityId))
  if (id === null) throw new Conflict(ALREADY)
  return id
}

/**
 * The same by a button that may be pressed again, or twice at the same moment: leads to the one
 * introduction there is. Gives its id, and whether it is new.
 */
export async function showInterestOnce(ctx: Context, input: { opportunityId: string }) {
  const already = await findOwnFor(ctx, input.opportunityId)
  if (already) return { id: already, isNew: false }
  try {
    return { id: await showInterest(ctx, input), isNew: true }
  } catch (error) {
    const meanwhile = error instanceof Conflict && (await findOwnFor(ctx, input.opportunityId))
    if (!meanwhile) throw error
    return { id: meanwhile, isNew: false }
  }
}

/** A mentor puts somebody of their caseload forward. Gives the introduction's id. */
export async function shortlist(
  ctx: Context,
  { candidateId, opportunityId }: { candidateId: string; opportunityId: string },
) {
  if (ctx.actor.role !== 'mentor') throw new NotFound()
  const id = await propose(ctx, candidateId, opportunityId, 'mentor')
  if (id === null) throw new Conflict(ALREADY)
  return id
}

/** What somebody reads who is interested in an opening whose places are all taken. */
const FULL = 'Every place of this opening is taken. Look at the other openings.'

const ALREADY = 'There is already an introduction for this opening.'

/** Null where the two have an open introduction already, even one that was begun at this moment. */
async function propose(
  ctx: Context,
  candidateId: string,
  opportunityId: string,
  proposedBy: 'candidate' | 'mentor',
): Promise<string | null> {
  const { db, actor, clock } = ctx
  const now = clock.now()
  const [person] = await db
    .select({
      born: candidateIdentities.dateOfBirth,
      isOnLicence: candidateSupervision.isOnLicence,
    })
    .from(candidateIdentities)
    .innerJoin(
      candidateSupervision,
      eq(candidateSupervision.candidateId, candidateIdentities.candidateId),
    )
    .where(eq(candidateIdentities.candidateId, candidateId))
  const [opening] = await db
    .select({ employerId: opportunities.employerId, minAge: opportunities.minAge, isFull })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(and(eq(opportunities.id, opportunityId), ...isOnOffer(ctx)))
  if (!person || !opening) throw new NotFound()
  if (opening.isFull) throw new Conflict(FULL)
  if (yearsOld(person.born, now) < opening.minAge)
    throw new Conflict(`This opening is for people aged ${opening.minAge} or over.`)

  const event = proposedBy === 'candidate' ? 'show_interest' : 'shortlist'
  const proposed = await throughTheGate(ctx, async () => {
    await refuseIfPaused(ctx, candidateId)
    await refuseIfHidden(ctx, { candidateId, employerId: opening.employerId })
    const [row] = await db
      .insert(introductions)
      .values({
        candidateId,
        opportunityId,
        employerId: opening.employerId,
        proposedBy,
        needsOfficer: person.isOnLicence,
        needsSecond: await isSecondNeeded(ctx, { candidateId, born: person.born }),
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning()
    if (!row) return null
    await db.insert(introductionEvents).values({
      introductionId: row.id,
      event,
      toState: 'proposed',
      version: 1,
      byUserId: actor.userId,
      byRole: actor.role,
      at: now,
    })
    await recordAudit(ctx, {
      action: `introduction.${event}`,
      objectType: 'introduction',
      objectId: row.id,
      versionAfter: 1,
    })
    return row
  })
  if (!proposed) throw new Conflict(ALREADY)
  await tellOf(ctx, event, proposed)
  return proposed.id
}
