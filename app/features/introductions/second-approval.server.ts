import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { introductions } from '#db/schema/introductions.ts'
import { doneText } from './done.ts'
import { findToApprove, getToApprove, wordsToApprove } from './mentor-view.server.ts'
import { NAMELESS_EMPLOYER } from './queries.server.ts'
import { standingOf } from './standing.ts'
import { secondApprovalTask } from './task.ts'

/** One introduction of somebody under 18, for a safeguarding lead of the office. */
export async function getForLead(ctx: Context, idInAddress: string | undefined) {
  const { role, isSafeguardingLead } = ctx.actor
  if (role !== 'coordinator' || !isSafeguardingLead) throw new NotFound()
  const view = await getToApprove(ctx, idInAddress, role)
  if (!view.needsSecond) throw new NotFound()
  await recordAudit(ctx, {
    action: 'candidate.read',
    objectType: 'candidate',
    objectId: view.person.id,
  })
  const { id, person, opening, employerName, words, checks, mayTouchKeptApart, can } = view
  return {
    id,
    person,
    opening: { title: opening.title },
    employerName,
    words,
    checks,
    mayTouchKeptApart,
    can,
  }
}

/** The introductions that wait for nobody's approval but the second, the longest waiting first. */
export async function listSecondApprovals(ctx: Context) {
  const { actor } = ctx
  if (actor.role !== 'coordinator') throw new NotFound()
  const now = ctx.clock.now()
  const rows = await findToApprove(
    ctx,
    and(
      eq(introductions.state, 'proposed'),
      eq(introductions.needsSecond, true),
      isNotNull(introductions.approvalGivenAt),
      isNull(introductions.secondApprovedAt),
    ),
  )
  const list = await Promise.all(
    rows.map(async (row) => {
      const standing = standingOf(row, now)
      const task = secondApprovalTask({ ...standing, approvalGivenAt: row.approvalGivenAt })
      const words = await wordsToApprove(ctx, row, standing)
      // Other words than the ones approved go back to the mentor first.
      if (!task || words.hash !== row.approvedHash) return []
      return {
        id: row.id,
        personName: row.candidateName,
        title: row.opening.title,
        employerName: row.employerName ?? NAMELESS_EMPLOYER,
        dueOn: task.dueOn,
        isOverdue: task.dueOn < londonDay(now),
        mayGive: actor.isSafeguardingLead && row.approvalBy !== actor.userId,
      }
    }),
  )
  return list.flat().sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** What to confirm of a second approval that this person has just given; nothing of any other. */
export async function secondApprovalDone(ctx: Context, idInAddress: string | null) {
  if (!idInAddress || !isUuid(idInAddress)) return undefined
  const [row] = await findToApprove(
    ctx,
    and(
      eq(introductions.id, idInAddress),
      eq(introductions.secondApprovedBy, ctx.actor.userId ?? ''),
    ),
  )
  if (!row) return undefined
  const { state } = standingOf(row, ctx.clock.now())
  return doneText('mentor', state === 'introduced' ? 'shared' : 'approve', state)
}
