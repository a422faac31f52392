import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { introductionReleases, releasedNames, releasedProfiles } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { employerStates } from './employer-state.server.ts'
import { openActs } from './open-acts.ts'
import { nextForEmployer } from './wording.ts'

/**
 * One introduction as its employer may read it: the words after the first release, the name after
 * the second, nothing but "no longer open" once it was taken back. Every reading is on record.
 */
export async function getForEmployer(ctx: Context, id: string) {
  const { db, actor } = ctx
  if (!isUuid(id) || actor.role !== 'employer') throw new NotFound()
  const [row] = await db
    .select({
      reference: introductionReleases.reference,
      opportunityId: introductionReleases.opportunityId,
      title: opportunities.title,
      releasedAt: introductionReleases.releasedAt,
      body: releasedProfiles.body,
      distanceMiles: releasedProfiles.distanceMiles,
      fullName: releasedNames.fullName,
      mentorName: releasedNames.mentorName,
      mentorPhone: releasedNames.mentorPhone,
    })
    .from(introductionReleases)
    .innerJoin(opportunities, eq(opportunities.id, introductionReleases.opportunityId))
    .leftJoin(releasedProfiles, eq(releasedProfiles.introductionId, id))
    .leftJoin(releasedNames, eq(releasedNames.introductionId, id))
    .where(eq(introductionReleases.introductionId, id))
  const standing = (await employerStates(ctx, [id])).get(id)
  if (!row || !standing) throw new NotFound()
  // Taken back while this was being read: the newer of the two answers counts.
  const body = standing.isOpen ? row.body : null
  const fullName = standing.isOpen ? row.fullName : null
  if (body !== null)
    await recordAudit(ctx, { action: 'profile.read', objectType: 'introduction', objectId: id })
  if (fullName !== null)
    await recordAudit(ctx, { action: 'name.read', objectType: 'introduction', objectId: id })

  const { state } = standing
  return {
    id,
    reference: row.reference,
    opening: { id: row.opportunityId, title: row.title },
    releasedOn: londonDay(row.releasedAt),
    ...standing,
    next: nextForEmployer(state, standing.isStartConfirmed),
    profile: body === null ? null : { body, distanceMiles: row.distanceMiles },
    contact:
      fullName === null
        ? null
        : { name: fullName, mentorName: row.mentorName, mentorPhone: row.mentorPhone },
    can: state === 'closed' ? [] : openActs(state, 'employer'),
  }
}
