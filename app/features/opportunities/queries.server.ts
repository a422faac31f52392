import { asc, desc, eq, sql } from 'drizzle-orm'
import { mayPublish } from '#app/features/employers/may-publish.server.ts'
import { fitInWords } from '#app/features/matching/reasons.ts'
import { findSeeker } from '#app/features/matching/seeker.server.ts'
import { findStaysAway } from '#app/features/profiles/stays-away.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { getForChange, isUuid } from './find.server.ts'
import { minimumWageWarning } from './minimum-wage.ts'
import { progressOf } from './progress.ts'
import { lastNotes } from './review-notes.server.ts'
import { everySite } from './sites.server.ts'
import { opennessOf } from './status.ts'

/**
 * One opening, for its own page. People who come by an introduction, mentors, the office and the
 * employer itself may read one that is no longer (or not yet) open; for anyone else it is not there.
 * One whose places are all taken is there for everybody, and says so: a place may come free. How many
 * are taken, and so when somebody accepted, is known to those who deal with it and to nobody else.
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
  const { employerId, outcodes, placesTaken, ...readable } = opening
  const openness = opennessOf(opening, londonDay(clock.now()))
  const isOwn = actor.role === 'employer' && employerId === actor.employerId
  const mayReadClosed = isOwn || ['candidate', 'mentor', 'coordinator'].includes(actor.role)
  if (openness !== 'open' && openness !== 'full' && !mayReadClosed) throw new NotFound()
  const seeker = openness === 'open' ? await findSeeker(ctx) : null
  const fit = seeker && fitInWords(seeker, { ...readable, outcodes })
  const stays = await findStaysAway(ctx, employerId)
  const where = everySite(opening)
  const deals = isOwn || actor.role === 'mentor' || actor.role === 'coordinator'
  const placesLeft = deals ? readable.places - placesTaken : null
  return {
    opening: readable,
    where,
    placesLeft,
    employer,
    openness,
    isOwn,
    role: actor.role,
    fit,
    stays,
  }
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

/** Everything of the employer this person acts for: what waits for them first, then the newest. */
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
      .orderBy(
        whoseTurn(londonDay(clock.now())),
        desc(opportunities.createdAt),
        desc(opportunities.id),
      )
      .limit(200),
  ])
  if (!employer) throw new NotFound()
  const today = londonDay(clock.now())
  return { employer, openings: rows.map((row) => ({ ...row, openness: opennessOf(row, today) })) }
}

/** The employer's turn, with what the office asked for on top; then the office's; then nobody's. */
const whoseTurn = (today: string) => sql`case
  when ${opportunities.state} = 'returned' then 1
  when ${opportunities.state} = 'live' and ${opportunities.closesOn} < ${today} then 2
  when ${opportunities.state} = 'draft' then 3
  when ${opportunities.state} = 'submitted' then 4
  when ${opportunities.state} = 'live' then 5
  else 6 end`

/** One opening with how far its pages are and what the office asks to be changed. */
export async function draftById(ctx: Context, id: string) {
  const row = await getForChange(ctx, id)
  const [notes, isApproved] = await Promise.all([
    row.state === 'returned' ? lastNotes(ctx, row) : [],
    mayPublish(ctx, row.employerId),
  ])
  const today = londonDay(ctx.clock.now())
  return {
    row,
    notes,
    progress: progressOf(row, today),
    payWarning: minimumWageWarning(row, today),
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

/** A submitted opening as the office reads it, with its employer and what was asked last time. */
export async function reviewItem(ctx: Context, id: string) {
  const row = await getForChange(ctx, id)
  const [employer] = await ctx.db.select().from(employers).where(eq(employers.id, row.employerId))
  if (!employer) throw new NotFound()
  const payWarning = minimumWageWarning(row, londonDay(ctx.clock.now()))
  return { row, employer, notes: await lastNotes(ctx, row), payWarning }
}
