import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/accounts.ts'
import { endSessionsOf } from './sessions.server.ts'
import { voidTokens } from './tokens.server.ts'

export interface StopInput {
  userId: string
  version: number
  /** A code of `stopReasons` or `restartReasons`. */
  reason: string
}

/** Stops an account: from the next request on nobody is signed in to it, and no link to it works. */
export async function stopAccount(ctx: Context, input: StopInput): Promise<void> {
  if (ctx.actor.userId === input.userId)
    throw new Forbidden('Nobody stops their own account: ask somebody else at the office')
  await save(ctx, input, true)
  await asSystem(ctx, async ({ db, clock }) => {
    const now = clock.now()
    await endSessionsOf(db, input.userId, now)
    await voidTokens(db, { userId: input.userId, now })
  })
}

/** Lets a stopped account be used again, with the password and the roles it had. */
export const restartAccount = (ctx: Context, input: StopInput) => save(ctx, input, false)

async function save(ctx: Context, { userId, version, reason }: StopInput, isStopping: boolean) {
  if (ctx.actor.role !== 'coordinator') throw new NotFound()
  const saved = await ctx.db
    .update(users)
    .set({ disabledAt: isStopping ? ctx.clock.now() : null, version: version + 1 })
    .where(
      and(
        eq(users.id, userId),
        eq(users.version, version),
        isStopping ? isNull(users.disabledAt) : isNotNull(users.disabledAt),
      ),
    )
    .returning({ id: users.id })
  if (saved.length === 0)
    throw new Conflict('This account was changed after you opened the page. Look at it again.')
  await recordAudit(ctx, {
    action: isStopping ? 'account.stopped' : 'account.restarted',
    objectType: 'user',
    objectId: userId,
    versionBefore: version,
    versionAfter: version + 1,
    reason,
  })
}
