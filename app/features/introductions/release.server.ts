import { and, eq } from 'drizzle-orm'
import { isOwnMentorNow } from '#app/features/mentors/assignment.server.ts'
import type { Context } from '#app/platform/context.ts'
import {
  candidateIdentities,
  candidateWishes,
  mentorAssignments,
  profileTexts,
} from '#db/schema/candidates.ts'
import { mentors } from '#db/schema/accounts.ts'
import {
  introductionReleases,
  releasedNames,
  releasedProfiles,
  type introductions,
} from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { nearestMiles } from '#search/distances.ts'
import { refuseRelease } from './giveaways.server.ts'

type Introduction = typeof introductions.$inferSelect

/** The first release: the agreed words and a rough distance, frozen, without name. */
export async function releaseProfile(ctx: Context, introduction: Introduction) {
  const { db, clock } = ctx
  if (!introduction.consentTextId) throw new Error('A release needs the words agreed to')
  await refuseRelease(ctx, introduction.consentTextId, introduction.approvalNotNames)
  const [facts] = await db
    .select({
      body: profileTexts.body,
      home: candidateWishes.outcode,
      sites: opportunities.outcodes,
    })
    .from(profileTexts)
    .innerJoin(opportunities, eq(opportunities.id, introduction.opportunityId))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, profileTexts.candidateId))
    .where(eq(profileTexts.id, introduction.consentTextId))
  if (!facts) throw new Error('The words agreed to are gone')
  await db.insert(introductionReleases).values({
    introductionId: introduction.id,
    // Of this introduction alone: two employers cannot tell that they read about one person.
    reference: `P-${introduction.id.slice(-6).toUpperCase()}`,
    employerId: introduction.employerId,
    opportunityId: introduction.opportunityId,
    releasedAt: clock.now(),
  })
  await db.insert(releasedProfiles).values({
    introductionId: introduction.id,
    employerId: introduction.employerId,
    body: facts.body,
    distanceMiles: nearest(facts.home, facts.sites),
  })
}

/** The second release: the name, and the way to reach the person through the mentor. */
export async function releaseName({ db }: Context, introduction: Introduction) {
  const [facts] = await db
    .select({
      fullName: candidateIdentities.fullName,
      mentorName: mentors.displayName,
      mentorPhone: mentors.workPhone,
    })
    .from(candidateIdentities)
    .innerJoin(
      mentorAssignments,
      and(eq(mentorAssignments.candidateId, candidateIdentities.candidateId), isOwnMentorNow),
    )
    .innerJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(eq(candidateIdentities.candidateId, introduction.candidateId))
  if (!facts) throw new Error('A name is released only with a mentor to reach the person through')
  await db
    .insert(releasedNames)
    .values({ introductionId: introduction.id, employerId: introduction.employerId, ...facts })
}

/** Whole miles to the nearest site; null where either end is not known. */
function nearest(home: string | null, sites: string[]): number | null {
  if (home === null) return null
  const miles = nearestMiles(home, sites)
  return miles === null ? null : Math.round(miles)
}
