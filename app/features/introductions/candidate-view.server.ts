import { and, eq, getTableColumns } from 'drizzle-orm'
import { isOwnMentorNow } from '#app/features/mentors/assignment.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import { isHiddenFrom } from '#app/features/profiles/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { mentors } from '#db/schema/accounts.ts'
import { mentorAssignments, profileTexts } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { giveawaysFor } from './giveaways.server.ts'
import { introductionIdOf } from './introduction-id.ts'
import { openActs } from './open-acts.ts'
import { NAMELESS_EMPLOYER } from './queries.server.ts'
import { standingOf } from './standing.ts'
import { nextForCandidate, statusForCandidate } from './wording.ts'
import { withdrawalForCandidate } from './withdrawal.ts'
import { wordsToday } from './words-today.server.ts'

/** One introduction for the person it is about, with the exact words they share or would share. */
export async function getForCandidate(ctx: Context, idInAddress: string | undefined) {
  const id = introductionIdOf(idInAddress)
  if (ctx.actor.role !== 'candidate') throw new NotFound()
  const [row] = await ctx.db
    .select({
      ...getTableColumns(introductions),
      title: opportunities.title,
      isFull,
      employerName: employers.name,
      agreedBody: profileTexts.body,
      agreedHash: profileTexts.sha256,
    })
    .from(introductions)
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .leftJoin(profileTexts, eq(profileTexts.id, introductions.consentTextId))
    .where(eq(introductions.id, id))
  if (!row) throw new NotFound()

  const standing = standingOf(row, ctx.clock.now())
  const { state, missing } = standing
  const today = await wordsToday(ctx, row.candidateId)
  const isHidden = await isHiddenFrom(ctx, row.candidateId, row.employerId)
  const mustConsent = missing.includes('consent') || missing.includes('consent_expired')
  const { mustGo, maybeNames } = await giveawaysFor(
    ctx,
    { candidateId: row.candidateId, body: state === 'proposed' ? today.body : '' },
    'candidate',
  )
  const hasNewWords = state === 'proposed' && !mustConsent && row.agreedHash !== today.hash
  return {
    id,
    state,
    status: statusForCandidate(standing),
    next: nextForCandidate(standing),
    opening: {
      id: row.opportunityId,
      title: row.title,
      isReadable: row.employerName !== null,
    },
    isHidden,
    employerName: row.employerName ?? NAMELESS_EMPLOYER,
    ifTakenBack: withdrawalForCandidate({
      ...standing,
      employerName: row.employerName ?? NAMELESS_EMPLOYER,
    }),
    stage: standing.stage,
    wasNamed: row.secondReleasedAt !== null,
    yesGivenAt: state === 'proposed' && !mustConsent ? row.consentGivenAt : null,
    startedOn: row.startedOn,
    agreedWords: row.agreedBody,
    /** What a yes given now would be for. */
    wordsToday: today,
    hasNewWords,
    mustGo,
    maybeNames,
    mentor: await mentorOf(ctx, row.candidateId),
    can: openActs(state, 'candidate').filter((act) => {
      if (act === 'give_consent')
        return (mustConsent || hasNewWords) && today.body !== '' && mustGo === null && !isHidden
      // An offer is answered: saying no to it is the one way out, and does the same.
      if (act === 'withdraw') return state !== 'offered'
      return act !== 'accept_offer' || !standing.isFull
    }),
  }
}

async function mentorOf({ db }: Context, candidateId: string) {
  const [mentor] = await db
    .select({ name: mentors.displayName, phone: mentors.workPhone })
    .from(mentorAssignments)
    .innerJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(and(eq(mentorAssignments.candidateId, candidateId), isOwnMentorNow))
  return mentor ?? null
}
