import { subDays } from 'date-fns'
import { and, eq, sql } from 'drizzle-orm'
import { londonDay, longDate } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict } from '#app/platform/errors.ts'
import { introductions } from '#db/schema/introductions.ts'
import { LAPSE_DAYS, lapsesOn } from './lapse.ts'
import { transition } from './transition.server.ts'

/**
 * Ends one introduction that has waited too long for a key. Nothing of it was ever shared.
 * @throws Conflict when a key has been turned meanwhile, or it no longer waits for one
 */
export function expire(ctx: Context, { introductionId }: { introductionId: string }) {
  return transition(ctx, introductionId, 'expire', (current) => {
    const day = lapsesOn(current)
    if (day >= londonDay(ctx.clock.now()))
      throw new Conflict(`This introduction waits for a yes until ${longDate(day)}.`)
    return {}
  })
}

/** Ids of the introductions that may have waited too long; `expire` judges each by its own row. */
export async function listOverdueForKeys({ db, clock }: Context): Promise<string[]> {
  const { createdAt, consentGivenAt, approvalGivenAt, officerRecordedAt, secondApprovedAt } =
    introductions
  const lastTurned = sql`greatest(${createdAt}, ${consentGivenAt}, ${approvalGivenAt}, ${officerRecordedAt}, ${secondApprovedAt})`
  const rows = await db
    .select({ id: introductions.id })
    .from(introductions)
    .where(
      and(
        eq(introductions.state, 'proposed'),
        sql`${lastTurned} < ${subDays(clock.now(), LAPSE_DAYS).toISOString()}`,
      ),
    )
    .orderBy(introductions.id)
  return rows.map(({ id }) => id)
}
