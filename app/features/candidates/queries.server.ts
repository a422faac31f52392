import { and, asc, desc, eq, ilike, sql } from 'drizzle-orm'
import { recordAudit, recordListRead } from '#app/features/audit/record.server.ts'
import { isOwnMentorNow } from '#app/features/mentors/assignment.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import {
  findExpectedRelease,
  listHidden,
  listKeptApart,
} from '#app/features/profiles/queries.server.ts'
import { programmeTitle } from '#app/features/programmes/title.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { mentors } from '#db/schema/accounts.ts'
import {
  candidateIdentities,
  candidates,
  candidateSupervision,
  candidateWishes,
  mentorAssignments,
} from '#db/schema/candidates.ts'
import { enrolments, programmes } from '#db/schema/programmes.ts'

/** The signed-in candidate's own record, with how to reach the mentor. */
export async function getOwn({ db, actor }: Context) {
  const [own] = await db
    .select({
      id: candidates.id,
      reference: candidates.reference,
      pausedAt: candidates.pausedAt,
      fullName: candidateIdentities.fullName,
      mentorName: mentors.displayName,
      mentorOrganisation: mentors.organisation,
      mentorPhone: mentors.workPhone,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(
      mentorAssignments,
      and(eq(mentorAssignments.candidateId, candidates.id), isOwnMentorNow),
    )
    .leftJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(eq(candidates.userId, actor.userId ?? ''))
  if (!own) throw new NotFound()
  return own
}

export interface Sighting {
  at: Date
  /** Role and organisation, never a person's name. */
  who: string
  what: string
}

/** Who read or was shown something of the signed-in candidate's, newest first; the newest 200, or all. */
export async function listSightings(
  { db }: Context,
  { isWhole = false } = {},
): Promise<Sighting[]> {
  const rows = await db.execute<{ at: string; who: string; what: string }>(
    sql`select at, who, what from who_saw_me() order by at desc limit ${isWhole ? null : 200}`,
  )
  return rows.map(({ at, who, what }) => ({ at: new Date(at), who, what }))
}

/** Everybody enrolled, those without a mentor first; or those whose reference has these letters. */
export async function listCandidates(ctx: Context, reference: string) {
  const pattern = `%${reference.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await ctx.db
    .select({
      id: candidates.id,
      reference: candidates.reference,
      fullName: candidateIdentities.fullName,
      outcode: candidateWishes.outcode,
      mentorName: mentors.displayName,
      programmes: sql<string | null>`(
        select string_agg(p.name || coalesce(', ' || o.name, ''), '; ' order by p.name)
        from enrolments e join programmes p on p.id = e.programme_id
        left join organisations o on o.id = p.operator_id
        where e.candidate_id = ${candidates.id} and e.ended_on is null)`,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .leftJoin(
      mentorAssignments,
      and(eq(mentorAssignments.candidateId, candidates.id), isOwnMentorNow),
    )
    .leftJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(reference === '' ? undefined : ilike(candidates.reference, pattern))
    .orderBy(sql`(${mentors.displayName} is null) desc`, asc(candidateIdentities.fullName))
    .limit(LIST_LIMIT + 1)
  await recordListRead(ctx, 'candidates', rows)
  return { rows: rows.slice(0, LIST_LIMIT), hasMore: rows.length > LIST_LIMIT }
}

const LIST_LIMIT = 200

/** One person's record, for the office. The reading is kept: it is in the person's own list. */
export async function getForOffice(ctx: Context, id: string) {
  const { db } = ctx
  if (!isUuid(id)) throw new NotFound()
  const [person] = await db
    .select({
      id: candidates.id,
      reference: candidates.reference,
      pausedAt: candidates.pausedAt,
      fullName: candidateIdentities.fullName,
      email: candidateIdentities.email,
      phone: candidateIdentities.phone,
      dateOfBirth: candidateIdentities.dateOfBirth,
      isOnLicence: candidateSupervision.isOnLicence,
      outcode: candidateWishes.outcode,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(candidateSupervision, eq(candidateSupervision.candidateId, candidates.id))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .where(eq(candidates.id, id))
  if (!person) throw new NotFound()
  const enrolled = await db
    .select({
      id: enrolments.id,
      name: programmeTitle,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endedReason: enrolments.endedReason,
      reviewDueOn: enrolments.reviewDueOn,
      reviewedOn: enrolments.reviewedOn,
    })
    .from(enrolments)
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(eq(enrolments.candidateId, id))
    .orderBy(desc(enrolments.startedOn))
  const assigned = await db
    .select({
      mentorUserId: mentorAssignments.mentorUserId,
      name: mentors.displayName,
      organisation: mentors.organisation,
      isCover: mentorAssignments.isCover,
      startsAt: mentorAssignments.startsAt,
      endsAt: mentorAssignments.endsAt,
    })
    .from(mentorAssignments)
    .innerJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(eq(mentorAssignments.candidateId, id))
    .orderBy(desc(mentorAssignments.startsAt))
  await recordAudit(ctx, { action: 'candidate.read', objectType: 'candidate', objectId: id })
  return {
    ...person,
    enrolled,
    assigned,
    expectedRelease: await findExpectedRelease(ctx, id),
    hidden: await listHidden(ctx, id),
    keptApart: await listKeptApart(ctx, id),
  }
}
