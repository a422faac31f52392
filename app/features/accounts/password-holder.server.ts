import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/accounts.ts'
import { isDemoOpen } from './demo.server.ts'

/**
 * Whose password has to be given again before something that a forgotten screen must not do. The
 * invented people of an open demo have none, and are asked for none.
 */
export async function getPasswordHolder(ctx: Context, isDemo: boolean) {
  const [user] = await ctx.db
    .select({ email: users.email, hash: users.passwordHash, isInvented: users.isInvented })
    .from(users)
    .where(eq(users.id, ctx.actor.userId ?? ''))
  if (!user) throw new NotFound()
  const { email, hash, isInvented } = user
  const isFree = isInvented && hash === null && (await isDemoOpen(ctx, isDemo))
  return { email, asksPassword: !isFree }
}
