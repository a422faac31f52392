import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { introductionReleases, releasedNames, releasedProfiles } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { employerStates } from './employer-state.server.ts'
import { introductionIdOf } from './introduction-id.ts'
import { openActs } from './open-acts.ts'
import { waitsForPlace } from './standing.ts'
import { nextForEmployer } from './wording.ts'

/** Where one introduction stands for its employer, without a word about the person. */
export async function getStandingForEmployer(ctx: Context, idInAddress: string | undefined) {
  const id = introductionIdOf(idInAddress)
  if (ctx.actor.role !== 'employer') throw new NotFound()
  const [row] = await ctx.db
    .select({
      reference: introductionReleases.reference,
      opportunityId: introductionReleases.opportunityId,
      title: opportunities.title,
      isFull,
      releasedAt: introductionReleases.releasedAt,
    })
    .from(introductionReleases)
    .innerJoin(opportunities, eq(opportunities.id, introductionReleases.opportunityId))
    .where(eq(introductionReleases.introductionId, id))
  const standing = (await employerStates(ctx, [id])).get(id)
  if (!row || !standing) throw new NotFound()
  const { state } = standing
  const isWithoutPlace = row.isFull && waitsForPlace.includes(state)
  return {
    id,
    reference: row.reference,
    opening: { id: row.opportunityId, title: row.title },
    releasedOn: londonDay(row.releasedAt),
    ...standing,
    next: nextForEmployer({ ...standing, isFull: isWithoutPlace }),
    can:
      state === 'closed'
        ? []
        : openActs(state, 'employer').filter(
            (act) => !isWithoutPlace || (act !== 'meet' && act !== 'offer'),
          ),
  }
}

/**
 * One introduction as its employer may read it: the words after the first release, the name after
 * the second, neither once it is over. Every reading is put on record.
 */
export async function getForEmployer(ctx: Context, idInAddress: string | undefined) {
  const standing = await getStandingForEmployer(ctx, idInAddress)
  const objectId = standing.id
  const [profile] = await ctx.db
    .select({ body: releasedProfiles.body, distanceMiles: releasedProfiles.distanceMiles })
    .from(releasedProfiles)
    .where(eq(releasedProfiles.introductionId, objectId))
  const [contact] = await ctx.db
    .select({
      name: releasedNames.fullName,
      mentorName: releasedNames.mentorName,
      mentorPhone: releasedNames.mentorPhone,
    })
    .from(releasedNames)
    .where(eq(releasedNames.introductionId, objectId))
  if (profile)
    await recordAudit(ctx, { action: 'profile.read', objectType: 'introduction', objectId })
  if (contact) await recordAudit(ctx, { action: 'name.read', objectType: 'introduction', objectId })
  return { ...standing, profile: profile ?? null, contact: contact ?? null }
}
