import { and, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'
import { introductionEvents, introductions, mentorTicks } from '#db/schema/introductions.ts'
import type { Tick } from './schema.ts'

/**
 * Puts on record that a mentor has done what only they can do, outside the product. Whoever ticks it
 * off is shown the page of the introduction first; `isDue` says whether it is theirs to do now.
 */
export async function tickOff(
  ctx: Context,
  { introductionId, task, isDue }: { introductionId: string; task: Tick; isDue: boolean },
): Promise<void> {
  const { db, actor, clock } = ctx
  if (actor.role !== 'mentor' || actor.userId === null) throw new NotFound()
  if (!isDue) throw new Conflict('This is ticked off already, or there is nothing to do any more.')
  const [row] = await db
    .insert(mentorTicks)
    .values({ introductionId, task, byUserId: actor.userId, at: clock.now() })
    .onConflictDoNothing()
    .returning({ id: mentorTicks.id })
  if (!row) throw new Conflict('Somebody else has just ticked this off.')
  await recordAudit(ctx, {
    action: `introduction.tick_${task}`,
    objectType: 'introduction',
    objectId: introductionId,
  })
}

/** What a mentor's list and page need to know of an introduction for what is left to tick off. */
export const tickColumns = {
  ticked: sql<Tick[]>`array(select ${mentorTicks.task} from ${mentorTicks}
    where ${mentorTicks.introductionId} = ${introductions.id})`,
  isTakenBackByPerson: sql<boolean>`exists (select 1 from ${introductionEvents}
    where ${introductionEvents.introductionId} = ${introductions.id}
      and ${introductionEvents.event} = 'withdraw' and ${introductionEvents.byRole} = 'candidate')`,
}

/** Over, and the mentor may have to tell somebody: nothing is ticked off of it yet. */
export const isUntold = sql`(${introductions.state} in ('withdrawn', 'not_this_time')
  and not exists (select 1 from ${mentorTicks}
    where ${mentorTicks.introductionId} = ${introductions.id}
      and ${mentorTicks.task} in ('taken_back', 'tell_not_this_time')))`

/** Who at the employer said "meet", and the number to ring them on. */
export async function contactOf(ctx: Context, introductionId: string) {
  return asSystem(ctx, async ({ db }) => {
    const [contact] = await db
      .select({ name: users.name, phone: employers.workPhone })
      .from(introductionEvents)
      .innerJoin(introductions, eq(introductions.id, introductionEvents.introductionId))
      .innerJoin(employers, eq(employers.id, introductions.employerId))
      .innerJoin(users, eq(users.id, introductionEvents.byUserId))
      .where(
        and(
          eq(introductionEvents.introductionId, introductionId),
          eq(introductionEvents.event, 'meet'),
        ),
      )
    return contact ?? null
  })
}
