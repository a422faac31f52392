import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { candidateProfiles, candidates, candidateWishes } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import {
  availableDays,
  candidateAvailability,
  candidateQualifications,
  candidateReleases,
  candidateStatements,
  candidateTravel,
  hiddenEmployers,
  keptApart,
  qualificationPlaces,
} from '#db/schema/profiles.ts'

/** What somebody wants, with the number that a save must name. */
export async function getWishes({ db }: Context, candidateId: string) {
  const [wishes] = await db
    .select()
    .from(candidateWishes)
    .where(eq(candidateWishes.candidateId, candidateId))
  if (!wishes) throw new NotFound()
  return wishes
}

/** The short profile, with the number that a save must name. */
export async function getProfile({ db }: Context, candidateId: string) {
  const [profile] = await db
    .select()
    .from(candidateProfiles)
    .where(eq(candidateProfiles.candidateId, candidateId))
  if (!profile) throw new NotFound()
  return profile
}

/** Somebody's own words; empty ones at version 0 while nothing has been saved. */
export async function getStatement({ db }: Context, candidateId: string) {
  const [statement] = await db
    .select({ body: candidateStatements.body, version: candidateStatements.version })
    .from(candidateStatements)
    .where(eq(candidateStatements.candidateId, candidateId))
  return statement ?? { body: '', version: 0 }
}

/** Tickets and qualifications in the order they were entered, without where they were gained. */
export const listQualifications = ({ db }: Context, candidateId: string) =>
  db
    .select({
      id: candidateQualifications.id,
      name: candidateQualifications.name,
      awardingBody: candidateQualifications.awardingBody,
      gainedOn: candidateQualifications.gainedOn,
      level: candidateQualifications.level,
      version: candidateQualifications.version,
    })
    .from(candidateQualifications)
    .where(eq(candidateQualifications.candidateId, candidateId))
    .orderBy(asc(candidateQualifications.createdAt), asc(candidateQualifications.id))

/** Where qualifications were gained, by id: nothing for anybody but the person themselves. */
export async function placesGained({ db }: Context, candidateId: string) {
  const rows = await db
    .select({ id: qualificationPlaces.qualificationId, place: qualificationPlaces.place })
    .from(qualificationPlaces)
    .where(eq(qualificationPlaces.candidateId, candidateId))
  return new Map(rows.map(({ id, place }) => [id, place]))
}

/** When somebody can work in a week; version 0 while nothing has been saved. */
export async function getAvailability({ db }: Context, candidateId: string) {
  const [limits] = await db
    .select()
    .from(candidateAvailability)
    .where(eq(candidateAvailability.candidateId, candidateId))
  const days = await db
    .select({
      weekday: availableDays.weekday,
      fromTime: availableDays.fromTime,
      untilTime: availableDays.untilTime,
    })
    .from(availableDays)
    .where(eq(availableDays.candidateId, candidateId))
    .orderBy(asc(availableDays.weekday))
  return {
    days,
    isSchoolHours: limits?.isSchoolHours ?? false,
    isTermTimeOnly: limits?.isTermTimeOnly ?? false,
    needsChildcare: limits?.needsChildcare ?? null,
    version: limits?.version ?? 0,
  }
}

/** How somebody gets about; version 0 while nothing has been saved. */
export async function getTravel({ db }: Context, candidateId: string) {
  const [travel] = await db
    .select()
    .from(candidateTravel)
    .where(eq(candidateTravel.candidateId, candidateId))
  return {
    modes: travel?.modes ?? [],
    maxMinutes: travel?.maxMinutes ?? null,
    earliestLeave: travel?.earliestLeave ?? null,
    latestHome: travel?.latestHome ?? null,
    version: travel?.version ?? 0,
  }
}

/** The day somebody expects to be released, if they have said one and the reader may know it. */
export async function findExpectedRelease({ db }: Context, candidateId: string) {
  const [row] = await db
    .select({ expectedOn: candidateReleases.expectedOn })
    .from(candidateReleases)
    .where(eq(candidateReleases.candidateId, candidateId))
  return row?.expectedOn ?? null
}

/** The employers somebody has hidden themselves from, by name; no name for one not approved now. */
export const listHidden = ({ db }: Context, candidateId: string) =>
  db
    .select({ employerId: hiddenEmployers.employerId, name: employers.name })
    .from(hiddenEmployers)
    .leftJoin(employers, eq(employers.id, hiddenEmployers.employerId))
    .where(eq(hiddenEmployers.candidateId, candidateId))
    .orderBy(asc(employers.name))

/** Whether the reader's own record hides from an employer. */
export async function isHiddenFrom({ db }: Context, candidateId: string, employerId: string) {
  const rows = await db
    .select({ employerId: hiddenEmployers.employerId })
    .from(hiddenEmployers)
    .where(
      and(eq(hiddenEmployers.candidateId, candidateId), eq(hiddenEmployers.employerId, employerId)),
    )
  return rows.length > 0
}

/** People and places somebody wants to be kept apart from, as they were typed. */
export const listKeptApart = ({ db }: Context, candidateId: string) =>
  db
    .select({ id: keptApart.id, who: keptApart.who })
    .from(keptApart)
    .where(eq(keptApart.candidateId, candidateId))
    .orderBy(asc(keptApart.createdAt), asc(keptApart.id))

/** Since when somebody has paused, and the number that a change must name. */
export async function getPause({ db }: Context, candidateId: string) {
  const [row] = await db
    .select({ pausedAt: candidates.pausedAt, version: candidates.version })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
  if (!row) throw new NotFound()
  return row
}
