import { and, eq, isNull, ne } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { endSessionsOf } from './sessions.server.ts'
import { voidTokens } from './tokens.server.ts'

/**
 * Gives a candidate's account another address, or takes it away from them with ''. Whoever reads
 * the old address is signed out, and no link sent there works any more. Never another person's
 * account, and never one that is used for other work too.
 */
export async function changeCandidateAddress(
  ctx: Context,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const others = await db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(
        and(
          eq(roleGrants.userId, userId),
          ne(roleGrants.role, 'candidate'),
          isNull(roleGrants.endedAt),
        ),
      )
    if (others.length > 0)
      throw new Invalid({
        email: ['This person’s account is used for other work too, so it keeps its address'],
      })
    const mine = and(
      eq(roleGrants.userId, userId),
      eq(roleGrants.role, 'candidate'),
      isNull(roleGrants.endedAt),
    )
    if (email === '') await db.update(roleGrants).set({ endedAt: now }).where(mine)
    else {
      await refuseIfTaken(inside, userId, email)
      await db.update(users).set({ email }).where(eq(users.id, userId))
      const grants = await db.select({ id: roleGrants.id }).from(roleGrants).where(mine)
      if (grants.length === 0) await db.insert(roleGrants).values({ userId, role: 'candidate' })
    }
    await endSessionsOf(db, userId, now)
    await voidTokens(db, { userId, now })
    await recordAudit(
      { ...inside, actor: ctx.actor },
      { action: 'account.address_changed', objectType: 'user', objectId: userId },
    )
  })
}

async function refuseIfTaken({ db }: Context, userId: string, email: string) {
  const [taken] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), ne(users.id, userId)))
  if (taken) throw new Invalid({ email: ['Somebody already has an account with this address'] })
}
