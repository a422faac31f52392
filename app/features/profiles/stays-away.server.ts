import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { candidates } from '#db/schema/candidates.ts'
import { isHiddenFrom } from './queries.server.ts'

/**
 * Whether the signed-in candidate has paused, and from which employer, if it is this one, they hide;
 * null for everybody else, who has nothing of the kind.
 */
export async function findStaysAway({ db, actor, ...ctx }: Context, employerId: string) {
  if (actor.role !== 'candidate' || actor.userId === null) return null
  const [own] = await db
    .select({ id: candidates.id, pausedAt: candidates.pausedAt })
    .from(candidates)
    .where(eq(candidates.userId, actor.userId))
  if (!own) return null
  const isHidden = await isHiddenFrom({ db, actor, ...ctx }, own.id, employerId)
  return { isPaused: own.pausedAt !== null, hiddenFrom: isHidden ? employerId : null }
}
