import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { mayPublish } from '#app/features/employers/may-publish.server.ts'
import { fitInWords } from '#app/features/matching/reasons.ts'
import { findSeeker } from '#app/features/matching/seeker.server.ts'
import { findStaysAway } from '#app/features/profiles/stays-away.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities, reviewNotes } from '#db/schema/opportunities.ts'
import { getForChange, isUuid } from './find.server.ts'
import { progressOf } from './progress.ts'
import { opennessOf } from './status.ts'

/**
 * One opening, for its own page. People who come by an introduction, mentors, the office and the
 * employer itself may read one that is no longer (or not yet) open; for anyone else it is not there.
 * One whose places are all taken is there for everybody, and says so: a place may come free.
 */
export async function openingById(ctx: Context, id: string) {
  const { actor, clock, db } = ctx
  if (!isUuid(id)) throw new NotFound()
  const [found] = await db
    .select({
      opening: shown,
      employer: { name: employers.name, about: employers.description },
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(eq(opportunities.id, id))
  if (!found) throw new NotFound()
  const { opening, employer } = found
  const { employerId, outcodes, ...readable } = opening
  const openness = opennessOf(opening, londonDay(clock.now()))
  const isOwn = actor.role === 'employer' && employerId === actor.employerId
  const mayReadClosed = isOwn || ['candidate', 'mentor', 'coordinator'].includes(actor.role)
  if (openness !== 'open' && openness !== 'full' && !mayReadClosed) throw new NotFound()
  const seeker = openness === 'open' ? await findSeeker(ctx) : null
  const fit = seeker && fitInWords(seeker, { ...readable, outcodes })
  const stays = await findStaysAway(ctx, employerId)
  return { opening: readable, employer, openness, isOwn, role: actor.role, fit, stays }
}

/** What everybody may read of an opening: nothing of its review, nor why it closed. */
const shown = {
  id: opportunities.id,
  employerId: opportunities.employerId,
  kind: opportunities.kind,
  state: opportunities.state,
  title: opportunities.title,
  summary: opportunities.summary,
  sector: opportunities.sector,
  hours: opportunities.hours,
  isRemote: opportunities.isRemote,
  outcodes: opportunities.outcodes,
  town: opportunities.town,
  places: opportunities.places,
  placesTaken: opportunities.placesTaken,
  closesOn: opportunities.closesOn,
  minAge: opportunities.minAge,
  stance: opportunities.stance,
  exclusions: opportunities.exclusions,
  dbsLevel: opportunities.dbsLevel,
  dbsBasis: opportunities.dbsBasis,
  payMinPence: opportunities.payMinPence,
  payMaxPence: opportunities.payMaxPence,
  payPeriod: opportunities.payPeriod,
  payText: opportunities.payText,
  details: opportunities.details,
}

/** Everything of the employer this person acts for, the newest first. */
export async function ownOpenings({ actor, clock, db }: Context) {
  if (actor.employerId === null) throw new NotFound()
  const [[employer], rows] = await Promise.all([
    db.select().from(employers).where(eq(employers.id, actor.employerId)),
    db
      .select({
        id: opportunities.id,
        title: opportunities.title,
        kind: opportunities.kind,
        state: opportunities.state,
        places: opportunities.places,
        placesTaken: opportunities.placesTaken,
        closesOn: opportunities.closesOn,
      })
      .from(opportunities)
      .where(eq(opportunities.employerId, actor.employerId))
      .orderBy(desc(opportunities.createdAt), desc(opportunities.id))
      .limit(200),
  ])
  if (!employer) throw new NotFound()
  const today = londonDay(clock.now())
  return { employer, openings: rows.map((row) => ({ ...row, openness: opennessOf(row, today) })) }
}

/** One opening with how far its pages are and what the office asks to be changed. */
export async function draftById(ctx: Context, id: string) {
  const row = await getForChange(ctx, id)
  const [notes, isApproved] = await Promise.all([
    ctx.db
      .select({ field: reviewNotes.field, note: reviewNotes.note })
      .from(reviewNotes)
      .where(and(eq(reviewNotes.opportunityId, id), isNull(reviewNotes.resolvedAt)))
      .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id)),
    mayPublish(ctx, row.employerId),
  ])
  const today = londonDay(ctx.clock.now())
  return {
    row,
    notes,
    progress: progressOf(row, today),
    openness: opennessOf(row, today),
    isApproved,
  }
}

/** What waits for the office, the longest wait first. */
export async function reviewQueue({ db }: Context) {
  return db
    .select({
      id: opportunities.id,
      title: opportunities.title,
      kind: opportunities.kind,
      submittedAt: opportunities.submittedAt,
      employerName: employers.name,
      employerApprovedAt: employers.approvedAt,
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(eq(opportunities.state, 'submitted'))
    .orderBy(asc(opportunities.submittedAt), asc(opportunities.id))
    .limit(200)
}

/** A submitted opening as the office reads it, with its employer. */
export async function reviewItem(ctx: Context, id: string) {
  const row = await getForChange(ctx, id)
  const [employer] = await ctx.db.select().from(employers).where(eq(employers.id, row.employerId))
  if (!employer) throw new NotFound()
  return { row, employer }
}
