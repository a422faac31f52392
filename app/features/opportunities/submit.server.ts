import { and, eq, isNull } from 'drizzle-orm'
import { mayPublish } from '#app/features/employers/may-publish.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { reviewNotes } from '#db/schema/opportunities.ts'
import { sectionNames, sectionTitle } from './fields.ts'
import { move } from './move.server.ts'
import { progressOf } from './progress.ts'

/** Sends a complete draft to the office. What the office had noted before counts as dealt with. */
export async function submit(ctx: Context, { id }: { id: string }): Promise<void> {
  const { clock, db } = ctx
  await move(ctx, { id, event: 'submit' }, async (row) => {
    if (!(await mayPublish(ctx, row.employerId)))
      throw new Conflict(
        'The office has not approved your organisation yet. Your draft is kept; send it in when they have.',
      )
    const progress = progressOf(row, londonDay(clock.now()))
    const missing = sectionNames.filter((section) => !progress[section])
    if (missing.length > 0)
      throw new Invalid({
        '': missing.map((section) => `Finish “${sectionTitle(section, row.kind)}” first`),
      })
    await db
      .update(reviewNotes)
      .set({ resolvedAt: clock.now() })
      .where(and(eq(reviewNotes.opportunityId, id), isNull(reviewNotes.resolvedAt)))
    return { submittedAt: clock.now() }
  })
}
