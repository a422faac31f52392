import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { actAs } from '#db/client.server.ts'
import {
  introductionEvents,
  introductionReleases,
  introductions,
} from '#db/schema/introductions.ts'
import { answerDueOn } from './answer-due.ts'
import { events, terminalStates, type EventName, type State } from './events.ts'
import { missingKeys } from './gate.ts'
import { releaseProfile } from './release.server.ts'
import { refuseIfHidden } from './stays-away.server.ts'
import { statusFor } from './status.ts'
import { tellOf } from './tell.server.ts'

export type Introduction = typeof introductions.$inferSelect
type Facts = Partial<typeof introductions.$inferInsert>

/**
 * Moves one introduction along one edge: the conditional update, its history, its audit entry and,
 * when the last key was turned, the first release, and the letters to those it concerns, all in the
 * caller's transaction. The row is
 * locked first, so of two people acting at once the second is judged by what the first left.
 *
 * @param facts what else changes, worked out from the locked row
 * @throws Conflict when the state does not allow the event, saying what the state is now
 */
export async function transition(
  ctx: Context,
  introductionId: string,
  event: EventName,
  facts: (current: Introduction) => Facts | Promise<Facts> = () => ({}),
  reason?: string,
): Promise<Introduction> {
  const { actor, clock } = ctx
  const rule = events[event]
  if (!(rule.by as readonly string[]).includes(actor.role)) throw new NotFound()
  await refuseUnlessVisible(ctx, introductionId)
  const moved = await throughTheGate(ctx, async () => {
    const current = await lock(ctx, introductionId)
    if (!(rule.from as readonly State[]).includes(current.state as State)) {
      throw new Conflict(
        `This cannot be done now. Where it stands: ${statusFor(current.state as State, audienceOf(ctx))}.`,
      )
    }
    if (rule.to === 'introduced_when_complete') await refuseIfHidden(ctx, current)
    const changes = await facts(current)
    const now = clock.now()
    const next = { ...current, ...changes }
    const state = stateAfter(rule.to, next, now)
    const isFirstRelease = state === 'introduced' && current.state === 'proposed'
    const version = current.version + 1
    const [moved] = await ctx.db
      .update(introductions)
      .set({
        ...changes,
        state,
        version,
        ...(isFirstRelease ? { firstReleasedAt: now, answerDueOn: answerDueOn(now) } : {}),
        ...(terminalStates.includes(state) ? { endedAt: now, endedReason: reason ?? null } : {}),
      })
      .where(
        and(
          eq(introductions.id, introductionId),
          eq(introductions.version, current.version),
          eq(introductions.state, current.state),
        ),
      )
      .returning()
    if (!moved) throw new Conflict('Somebody else changed this at the same moment. Look again.')
    await ctx.db.insert(introductionEvents).values({
      introductionId,
      event,
      fromState: current.state,
      toState: state,
      version,
      byUserId: actor.userId,
      byRole: actor.role,
      reason,
      at: now,
    })
    await recordAudit(ctx, {
      action: `introduction.${event}`,
      objectType: 'introduction',
      objectId: introductionId,
      versionBefore: current.version,
      versionAfter: version,
      reason,
    })
    if (isFirstRelease) await releaseProfile(ctx, moved)
    return moved
  })
  await tellOf(ctx, event, moved)
  return moved
}

/**
 * Runs `work` with the database's `gate` rights and gives the actor's own back. Only this feature
 * may call it, and only after deciding that this actor may do this act.
 */
export async function throughTheGate<T>(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  work: () => Promise<T>,
): Promise<T> {
  await actAs(db, { ...actor, role: 'gate' })
  const result = await work()
  await actAs(db, actor)
  return result
}

function stateAfter(to: (typeof events)[EventName]['to'], next: Introduction, now: Date): State {
  if (to === 'stays') return next.state as State
  if (to !== 'introduced_when_complete') return to
  return missingKeys(next, now).length === 0 ? 'introduced' : 'proposed'
}

async function lock({ db }: Context, introductionId: string): Promise<Introduction> {
  const [row] = await db
    .select()
    .from(introductions)
    .where(eq(introductions.id, introductionId))
    .for('update')
  if (!row) throw new NotFound()
  return row
}

/** Under the actor's own rights, before the gate's: what they may not see, they may not move. */
async function refuseUnlessVisible({ db, actor }: Context, introductionId: string) {
  const rows =
    actor.role === 'employer'
      ? await db
          .select({ id: introductionReleases.introductionId })
          .from(introductionReleases)
          .where(eq(introductionReleases.introductionId, introductionId))
      : await db
          .select({ id: introductions.id })
          .from(introductions)
          .where(eq(introductions.id, introductionId))
  if (rows.length === 0) throw new NotFound()
}

const audienceOf = ({ actor }: Context) =>
  actor.role === 'candidate' || actor.role === 'employer' || actor.role === 'mentor'
    ? actor.role
    : 'coordinator'
