import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit, recordListRead } from '#app/features/audit/record.server.ts'
import { yearsOld } from '#app/features/introductions/age.ts'
import type { State } from '#app/features/introductions/events.ts'
import { statusFor } from '#app/features/introductions/status.ts'
import { fitOf, type Fit } from '#app/features/matching/fit.ts'
import { reasonsForMentor, type Reason } from '#app/features/matching/reasons.ts'
import { isOnOffer } from '#app/features/opportunities/browse.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import {
  findExpectedRelease,
  getAvailability,
  getStatement,
  getTravel,
  listHidden,
  listKeptApart,
  listQualifications,
} from '#app/features/profiles/queries.server.ts'
import { programmeTitle } from '#app/features/programmes/title.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { mentors, roleGrants } from '#db/schema/accounts.ts'
import {
  candidateIdentities,
  candidateProfiles,
  candidates,
  candidateSupervision,
  candidateWishes,
  mentorAssignments,
} from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { enrolments, programmes } from '#db/schema/programmes.ts'
import { isOwnMentorNow } from './assignment.server.ts'

/** Mentors who can be given somebody, with the size of their caseload. */
export function listMentors({ db }: Context) {
  return db
    .select({
      userId: mentors.userId,
      name: mentors.displayName,
      organisation: mentors.organisation,
      people: count(mentorAssignments.id),
    })
    .from(mentors)
    .innerJoin(
      roleGrants,
      and(
        eq(roleGrants.userId, mentors.userId),
        eq(roleGrants.role, 'mentor'),
        isNull(roleGrants.endedAt),
      ),
    )
    .leftJoin(
      mentorAssignments,
      and(eq(mentorAssignments.mentorUserId, mentors.userId), isOwnMentorNow),
    )
    .groupBy(mentors.userId, mentors.displayName, mentors.organisation)
    .orderBy(asc(mentors.displayName))
}

/** The people the signed-in mentor looks after now, by name. The reading is kept, for the list. */
export async function listCaseload(ctx: Context) {
  const people = await ctx.db
    .select({
      id: candidates.id,
      reference: candidates.reference,
      fullName: candidateIdentities.fullName,
      outcode: candidateWishes.outcode,
      kinds: candidateWishes.kinds,
      pausedAt: candidates.pausedAt,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .orderBy(asc(candidateIdentities.fullName))
  await recordListRead(ctx, 'caseload', people)
  return people
}

/**
 * One person of the caseload. The reading is kept: it is in the person's own list.
 * @throws NotFound for anybody else's
 */
export async function getOfCaseload(ctx: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const { db, clock } = ctx
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
      wishes: candidateWishes,
      profile: candidateProfiles,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(candidateSupervision, eq(candidateSupervision.candidateId, candidates.id))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .leftJoin(candidateProfiles, eq(candidateProfiles.candidateId, candidates.id))
    .where(eq(candidates.id, id))
  if (!person) throw new NotFound()
  const enrolled = await db
    .select({
      id: enrolments.id,
      name: programmeTitle,
      startedOn: enrolments.startedOn,
      reviewDueOn: enrolments.reviewDueOn,
    })
    .from(enrolments)
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(and(eq(enrolments.candidateId, id), isNull(enrolments.endedOn)))
  const rows = await db
    .select({
      id: introductions.id,
      state: introductions.state,
      title: opportunities.title,
      employerName: employers.name,
      createdAt: introductions.createdAt,
    })
    .from(introductions)
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .where(eq(introductions.candidateId, id))
    .orderBy(desc(introductions.createdAt))
  await recordAudit(ctx, { action: 'candidate.read', objectType: 'candidate', objectId: id })
  return {
    ...person,
    age: yearsOld(person.dateOfBirth, clock.now()),
    more: await moreOf(ctx, id),
    enrolled,
    introductions: rows.map((row) => ({
      ...row,
      status: statusFor(row.state as State, 'mentor'),
    })),
  }
}

/** The rest of a profile, as far as the mentor may know it: a volunteer reads of no hiding. */
const moreOf = async (ctx: Context, id: string) => ({
  statement: (await getStatement(ctx, id)).body,
  qualifications: await listQualifications(ctx, id),
  availability: await getAvailability(ctx, id),
  travel: await getTravel(ctx, id),
  expectedRelease: await findExpectedRelease(ctx, id),
  hidden: await listHidden(ctx, id),
  keptApart: await listKeptApart(ctx, id),
})

/** An opening beside everybody of the caseload, the best fits first, each with its reasons. */
export async function getShortlist(ctx: Context, opportunityId: string) {
  const { db, clock } = ctx
  if (!isUuid(opportunityId)) throw new NotFound()
  const [opening] = await db
    .select({
      id: opportunities.id,
      title: opportunities.title,
      kind: opportunities.kind,
      sector: opportunities.sector,
      hours: opportunities.hours,
      outcodes: opportunities.outcodes,
      isRemote: opportunities.isRemote,
      employerId: opportunities.employerId,
      minAge: opportunities.minAge,
      employerName: employers.name,
      isFull,
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(and(eq(opportunities.id, opportunityId), ...isOnOffer(ctx)))
  if (!opening) throw new NotFound()
  if (opening.isFull) throw new Conflict('Every place of this opening is taken.')
  const people = await db
    .select({
      id: candidates.id,
      fullName: candidateIdentities.fullName,
      dateOfBirth: candidateIdentities.dateOfBirth,
      kinds: candidateWishes.kinds,
      sectors: candidateWishes.sectors,
      hours: candidateWishes.hours,
      outcode: candidateWishes.outcode,
      reachMiles: candidateWishes.reachMiles,
      isPaused: sql<boolean>`${candidates.pausedAt} is not null`,
      isHidden: sql<boolean>`exists (select 1 from hidden_employers h
        where h.candidate_id = ${candidates.id} and h.employer_id = ${opening.employerId})`,
      introductionId: sql<string | null>`(
        select i.id from introductions i
        where i.candidate_id = ${candidates.id} and i.opportunity_id = ${opportunityId}
          and i.ended_at is null)`,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .innerJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .orderBy(asc(candidateIdentities.fullName))
  await recordListRead(ctx, 'shortlist', people)
  const ranked = people
    .map(({ dateOfBirth, ...person }) => {
      const seeker = { ...person, age: yearsOld(dateOfBirth, clock.now()) }
      const fit = fitOf(seeker, opening)
      return {
        id: person.id,
        fullName: person.fullName,
        introductionId: person.introductionId,
        whyNot: whyNot(person, fit, opening),
        reasons: reasonsForMentor(fit, seeker, opening),
      }
    })
    .sort((a, b) => met(b) - met(a))
  return { opening, people: ranked }
}

/** What stands against putting somebody forward now; null where nothing does. */
function whyNot(
  { isPaused, isHidden }: { isPaused: boolean; isHidden: boolean },
  { isOldEnough }: Fit,
  { minAge }: { minAge: number },
): string | null {
  if (!isOldEnough) return `the opening is for people aged ${minAge} or over`
  if (isPaused) return 'has paused'
  return isHidden ? 'does not want to be put forward to this employer' : null
}

/** How much speaks for somebody; those who cannot be put forward come last. */
const met = ({ whyNot, reasons }: { whyNot: string | null; reasons: Reason[] }) =>
  whyNot === null ? reasons.filter(({ isMet }) => isMet).length : -1
