import { eq } from 'drizzle-orm'
import { mayTouch, type Surroundings } from '#app/features/profiles/kept-apart.ts'
import { isHiddenFrom, listKeptApart } from '#app/features/profiles/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict } from '#app/platform/errors.ts'
import { candidates } from '#db/schema/candidates.ts'

/*
 * Both are asked with the gate's rights, since a volunteer may not read from whom somebody hides.
 * The row of the person is locked first, as the database does, so that it is judged by what
 * somebody left who was pausing or hiding at the same moment.
 */

/** Nothing new begins for somebody who has paused. */
export async function refuseIfPaused({ db, actor }: Context, candidateId: string) {
  const [person] = await db
    .select({ pausedAt: candidates.pausedAt })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
    .for('share')
  if (person?.pausedAt)
    throw new Conflict(
      actor.role === 'candidate'
        ? 'You have paused, so nothing new can begin. End the pause first.'
        : 'This person has paused, so nothing new can begin for them.',
    )
}

/** Nothing begins with an employer somebody hides from, and no key to it is turned. */
export async function refuseIfHidden(
  ctx: Context,
  { candidateId, employerId }: { candidateId: string; employerId: string },
) {
  await ctx.db
    .select({ id: candidates.id })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
    .for('share')
  if (await isHiddenFrom(ctx, candidateId, employerId))
    throw new Conflict(
      ctx.actor.role === 'candidate'
        ? 'You have hidden yourself from this employer. Stop hiding from it first.'
        : 'This person cannot be put forward to this employer. Talk to them about it.',
    )
}

/** What a mentor has to know of before they approve, whoever they are; in no more words than these. */
export async function findBarriers(
  ctx: Context,
  introduction: { candidateId: string; employerId: string },
  surroundings: Surroundings,
) {
  const { candidateId, employerId } = introduction
  const rows = await listKeptApart(ctx, candidateId)
  return {
    isHidden: await isHiddenFrom(ctx, candidateId, employerId),
    mayTouchKeptApart: mayTouch(
      rows.map(({ who }) => who),
      surroundings,
    ),
  }
}
