import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { z } from 'zod'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { candidateIdentities, candidates } from '#db/schema/candidates.ts'
import { enrolments, programmes } from '#db/schema/programmes.ts'
import type { reviewSchema } from './schema.ts'
import { programmeTitle } from './title.server.ts'

/** The people of a mentor's caseload whose support is to be reviewed by today, the longest due first. */
export async function listReviewsDue({ clock, db }: Context) {
  const today = londonDay(clock.now())
  const rows = await db
    .select({
      id: enrolments.id,
      candidateName: candidateIdentities.fullName,
      programme: programmeTitle,
      dueOn: enrolments.reviewDueOn,
    })
    .from(enrolments)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, enrolments.candidateId))
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(and(isNull(enrolments.endedOn), lte(enrolments.reviewDueOn, today)))
    .orderBy(asc(enrolments.reviewDueOn))
  return rows.flatMap(({ dueOn, ...row }) =>
    dueOn === null ? [] : [{ ...row, dueOn, isOverdue: dueOn < today }],
  )
}

/**
 * One person's time in a programme, to be reviewed. The reading is kept: it is in the person's own
 * list.
 *
 * @throws NotFound where the person is not of the caseload
 */
export async function getForReview(ctx: Context, id: string) {
  const row = await find(ctx, id)
  await recordAudit(ctx, {
    action: 'candidate.read',
    objectType: 'candidate',
    objectId: row.candidateId,
  })
  return row
}

/**
 * Records a review: the support goes on until another day, or it ends with a reason.
 * @throws Invalid under `version` when somebody else recorded one first
 */
export async function recordReview(
  ctx: Context,
  { id, outcome, reason, version, ...form }: { id: string } & z.infer<typeof reviewSchema>,
) {
  const { clock, db } = ctx
  const { candidateId, endedOn } = await find(ctx, id)
  if (endedOn !== null) throw new Conflict('This support has ended already.')
  const today = londonDay(clock.now())
  const nextReview = dayFrom(form, 'nextReview')
  if (outcome === 'goes_on' && (nextReview === null || nextReview <= today))
    throw new Invalid({ nextReview: ['The next review must be after today'] })
  const saved = await db
    .update(enrolments)
    .set({
      ...(outcome === 'ends'
        ? { endedOn: today, endedReason: reason, reviewDueOn: null }
        : { reviewDueOn: nextReview }),
      reviewedOn: today,
      version: version + 1,
    })
    .where(and(eq(enrolments.id, id), eq(enrolments.version, version)))
    .returning({ id: enrolments.id })
  const entry = {
    action: outcome === 'ends' ? 'enrolment.end' : 'enrolment.review',
    objectType: 'enrolment',
    objectId: id,
    version,
    reason: reason || undefined,
  }
  await recordSave(ctx, entry, saved)
  return candidateId
}

async function find({ actor, db }: Context, id: string) {
  if (!isUuid(id) || (actor.role !== 'mentor' && actor.role !== 'coordinator')) throw new NotFound()
  const [row] = await db
    .select({
      id: enrolments.id,
      candidateId: enrolments.candidateId,
      reference: candidates.reference,
      fullName: candidateIdentities.fullName,
      programme: programmeTitle,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endedReason: enrolments.endedReason,
      reviewDueOn: enrolments.reviewDueOn,
      reviewedOn: enrolments.reviewedOn,
      version: enrolments.version,
    })
    .from(enrolments)
    .innerJoin(candidates, eq(candidates.id, enrolments.candidateId))
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, enrolments.candidateId))
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(eq(enrolments.id, id))
  if (!row) throw new NotFound()
  return row
}
