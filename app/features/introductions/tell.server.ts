import { and, eq, isNull, sql } from 'drizzle-orm'
import { tell, usersOf, type Notice } from '#app/features/accounts/tell.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { candidates, mentorAssignments } from '#db/schema/candidates.ts'
import type { introductions } from '#db/schema/introductions.ts'
import type { EventName } from './events.ts'
import { missingKeys } from './gate.ts'

type Introduction = typeof introductions.$inferSelect
export type Told = Partial<Record<Notice['as'], 'waits' | 'news'>>

/**
 * Tells by e-mail whoever is concerned by one step of an introduction that it is their turn, or that
 * there is news; not whoever took the step. An employer hears of nothing before the first release.
 */
export async function tellOf(
  ctx: Context,
  event: EventName | 'show_interest' | 'shortlist',
  introduction: Introduction,
): Promise<void> {
  const told = whoIsTold(event, introduction, ctx.clock.now())
  const { candidate, mentor, employer } = told
  const { answerDueOn } = introduction
  if (candidate) await tellAs('candidate', await accountOf(ctx, introduction), candidate)
  if (mentor) await tellAs('mentor', await mentorsOf(ctx, introduction), mentor)
  if (employer) await tellAs('employer', await usersOf(ctx, introduction.employerId), employer)

  function tellAs(as: Notice['as'], userIds: string[], what: 'waits' | 'news') {
    const answerBy = as === 'employer' && what === 'waits' ? answerDueOn : null
    return tell(ctx, userIds, { as, isTheirTurn: what === 'waits', answerBy })
  }
}

/** By event, judged by the row as the step has left it. */
export function whoIsTold(
  event: EventName | 'show_interest' | 'shortlist',
  introduction: Introduction,
  now: Date,
): Told {
  switch (event) {
    case 'show_interest':
      return { mentor: 'news' }
    case 'shortlist':
      return { candidate: 'waits' }
    case 'give_consent':
    case 'approve':
    case 'record_officer':
    case 'second_approve':
      return toldOfKey(event, introduction, now)
    case 'refuse':
    case 'expire':
      return { candidate: 'news' }
    case 'withdraw':
      return introduction.firstReleasedAt
        ? { candidate: 'news', mentor: 'waits', employer: 'news' }
        : { candidate: 'news', mentor: 'waits' }
    case 'meet':
    case 'not_this_time':
      return { candidate: 'news', mentor: 'waits' }
    case 'offer':
      return { candidate: 'waits', mentor: 'news' }
    case 'accept_offer':
    case 'decline_offer':
      return { employer: 'news', mentor: 'news' }
    case 'record_start':
      return { candidate: 'news', mentor: 'waits' }
    case 'confirm_start':
      return { candidate: 'news', employer: 'news' }
  }
}

/** A yes or an approval either shares the words, or makes it the next one's turn. */
function toldOfKey(event: EventName, introduction: Introduction, now: Date): Told {
  if (introduction.firstReleasedAt) return { candidate: 'news', mentor: 'news', employer: 'waits' }
  if (event === 'record_officer') return {}
  const missing = missingKeys(introduction, now)
  const isCandidates = missing.includes('consent') || missing.includes('consent_expired')
  const isMentors = missing.some((key) => key !== 'consent' && key !== 'consent_expired')
  return {
    ...(event !== 'give_consent' && isCandidates ? { candidate: 'waits' } : {}),
    ...(isMentors ? { mentor: 'waits' } : {}),
  }
}

const accountOf = (ctx: Context, { candidateId }: Introduction) =>
  asSystem(ctx, async ({ db }) => {
    const rows = await db
      .select({ userId: candidates.userId })
      .from(candidates)
      .where(eq(candidates.id, candidateId))
    return rows.flatMap(({ userId }) => (userId === null ? [] : [userId]))
  })

/** Whoever looks after the person now, cover among them. The database goes by its own clock. */
const mentorsOf = (ctx: Context, { candidateId }: Introduction) =>
  asSystem(ctx, async ({ db }) => {
    const { startsAt, endsAt } = mentorAssignments
    const rows = await db
      .select({ userId: mentorAssignments.mentorUserId })
      .from(mentorAssignments)
      .where(
        and(
          eq(mentorAssignments.candidateId, candidateId),
          sql`${startsAt} <= now()`,
          sql`(${isNull(endsAt)} or ${endsAt} > now())`,
        ),
      )
    return rows.map(({ userId }) => userId)
  })
