import { and, desc, eq, getTableColumns, isNull, or } from 'drizzle-orm'
import { isFull } from '#app/features/opportunities/places.server.ts'
import { labelOf, kinds } from '#app/features/opportunities/vocabulary.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { candidateIdentities } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductionReleases, introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { employerStates } from './employer-state.server.ts'
import { isCandidatesTurn, standingOf } from './standing.ts'
import { statusFor } from './status.ts'
import { mentorTask } from './task.ts'
import { isUntold, tickColumns } from './ticks.server.ts'
import { nextForCandidate, statusForCandidate, waitingFor } from './wording.ts'

/** Where an employer is not approved any more, its name is no longer shown. */
export const NAMELESS_EMPLOYER = 'An employer'

/** A candidate's own introductions, those that wait for them first, then the newest. */
export async function listForCandidate(ctx: Context) {
  const now = ctx.clock.now()
  const rows = await ctx.db
    .select({
      ...getTableColumns(introductions),
      title: opportunities.title,
      kind: opportunities.kind,
      isFull,
      employerName: employers.name,
    })
    .from(introductions)
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .orderBy(desc(introductions.createdAt))
  const list = rows.map((row) => {
    const standing = standingOf(row, now)
    const { state } = standing
    return {
      id: row.id,
      openingId: row.opportunityId,
      title: row.title,
      kind: labelOf(kinds, row.kind),
      employerName: row.employerName ?? NAMELESS_EMPLOYER,
      state,
      status: statusForCandidate(standing),
      next: nextForCandidate(standing),
      isOpen: row.endedAt === null,
      needsYou: isCandidatesTurn(standing),
    }
  })
  return list.sort((a, b) => Number(b.needsYou) - Number(a.needsYou))
}

/** The candidate's own open introduction for an opening, if there is one: its id. */
export async function findOwnFor({ db }: Context, opportunityId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: introductions.id })
    .from(introductions)
    .where(and(eq(introductions.opportunityId, opportunityId), isNull(introductions.endedAt)))
  return row?.id ?? null
}

/**
 * The open introductions of a mentor's caseload, and those over of which there is something left to
 * tell: what they have to do first, overdue at the top. Shown beside the caseload, whose reading is
 * kept.
 */
export async function listForMentor(ctx: Context) {
  const now = ctx.clock.now()
  const today = londonDay(now)
  const rows = await ctx.db
    .select({
      ...getTableColumns(introductions),
      title: opportunities.title,
      isFull,
      employerName: employers.name,
      candidateName: candidateIdentities.fullName,
      ...tickColumns,
    })
    .from(introductions)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, introductions.candidateId))
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .where(or(isNull(introductions.endedAt), isUntold))
    .orderBy(introductions.createdAt)
  const list = rows.map((row) => {
    const { state, missing, answerDueOn } = standingOf(row, now)
    const mayGiveSecond = ctx.actor.isSafeguardingLead && row.approvalBy !== ctx.actor.userId
    const employerName = row.employerName ?? NAMELESS_EMPLOYER
    const task = mentorTask(
      { ...row, state, missing, mayGiveSecond, employerName, personName: row.candidateName },
      today,
    )
    return {
      id: row.id,
      candidateId: row.candidateId,
      candidateName: row.candidateName,
      title: row.title,
      employerName,
      state,
      isOver: row.endedAt !== null,
      status:
        state === 'proposed' ? waitingFor(missing, row.candidateName) : statusFor(state, 'mentor'),
      answerDueOn,
      task: task?.label ?? null,
      dueOn: task?.dueOn ?? null,
      isOverdue: task !== null && task.dueOn < today,
    }
  })
  const shown = list.filter(({ isOver, task }) => !isOver || task !== null)
  // Days compare as text; what is nobody's task comes last.
  return shown.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

/** What an employer was introduced to, the first answer to give on top; no word about anybody. */
export async function listForEmployer(ctx: Context) {
  const rows = await ctx.db
    .select({
      id: introductionReleases.introductionId,
      reference: introductionReleases.reference,
      opportunityId: introductionReleases.opportunityId,
      releasedAt: introductionReleases.releasedAt,
      title: opportunities.title,
    })
    .from(introductionReleases)
    .innerJoin(opportunities, eq(opportunities.id, introductionReleases.opportunityId))
    .orderBy(desc(introductionReleases.releasedAt))
  const states = await employerStates(
    ctx,
    rows.map(({ id }) => id),
  )
  const list = rows.map(({ releasedAt, ...row }) => {
    const standing = states.get(row.id)
    const needsYou = standing?.state === 'introduced' || standing?.state === 'accepted'
    return {
      ...row,
      releasedOn: londonDay(releasedAt),
      state: standing?.state ?? ('closed' as const),
      status: standing?.status ?? statusFor('withdrawn', 'employer'),
      isOpen: standing?.isOpen ?? false,
      hasLeft: (standing?.leftAfter ?? null) !== null,
      needsYou,
      answerDueOn: standing?.answerDueOn ?? null,
      isOverdue: standing?.isOverdue ?? false,
    }
  })
  return list.sort(
    (a, b) =>
      Number(b.needsYou) - Number(a.needsYou) ||
      Number(b.isOpen) - Number(a.isOpen) ||
      // Days compare as text; where no answer is waited for there is no day.
      (a.answerDueOn ?? '9999').localeCompare(b.answerDueOn ?? '9999'),
  )
}
