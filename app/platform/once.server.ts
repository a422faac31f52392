import { and, eq, lt } from 'drizzle-orm'
import { sentForms } from '#db/schema/accounts.ts'
import { asSystem } from './as-system.server.ts'
import type { Context } from './context.ts'

const KEPT = 24 * 60 * 60_000

/**
 * Does what a form asks for, once: the same form sent again, even at the same moment, answers with
 * the id that came of it the first time. In the caller's transaction, so that a form which was
 * refused may be sent again.
 *
 * @param key what the form carried, made anew each time the form is drawn
 */
export async function once(
  ctx: Context,
  key: string,
  work: () => Promise<string>,
): Promise<string> {
  const userId = ctx.actor.userId
  if (userId === null) throw new Error('Only forms of people signed in are kept')
  const now = ctx.clock.now()
  const mine = and(eq(sentForms.userId, userId), eq(sentForms.key, key))
  // Whoever comes second waits here until the first is done.
  const isFirst = await asSystem(ctx, async ({ db }) => {
    const old = lt(sentForms.createdAt, new Date(now.getTime() - KEPT))
    await db.delete(sentForms).where(and(eq(sentForms.userId, userId), old))
    const added = await db
      .insert(sentForms)
      .values({ userId, key, createdAt: now })
      .onConflictDoNothing()
      .returning({ key: sentForms.key })
    return added.length > 0
  })
  if (isFirst) {
    const resultId = await work()
    await asSystem(ctx, ({ db }) => db.update(sentForms).set({ resultId }).where(mine))
    return resultId
  }
  const [sent] = await asSystem(ctx, ({ db }) =>
    db.select({ resultId: sentForms.resultId }).from(sentForms).where(mine),
  )
  if (!sent?.resultId) throw new Error('A form was sent, and nothing came of it')
  return sent.resultId
}
