import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { users } from '#db/schema/accounts.ts'

/** Whatever an invented person of the demo enters is invented too. */
export async function isInventedActor({ db, actor }: Context): Promise<boolean> {
  const [user] = await db
    .select({ isInvented: users.isInvented })
    .from(users)
    .where(eq(users.id, actor.userId ?? ''))
  return user?.isInvented ?? false
}
