import { mayPublish } from '#app/features/employers/may-publish.server.ts'
import { londonDay, longDate } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { closingDayProblem, firstDayOf } from './days.ts'
import { move } from './move.server.ts'

/** Puts a closed opening back, as it was approved, until a new last day (a London day). */
export async function reopen(
  ctx: Context,
  { id, closesOn }: { id: string; closesOn: string },
): Promise<void> {
  await move(ctx, { id, event: 'reopen' }, async (row) => {
    const today = londonDay(ctx.clock.now())
    const firstDay = firstDayOf(row.kind, row.details)?.day ?? null
    if (firstDay !== null && firstDay < today)
      throw new Conflict(
        `This opening was for ${longDate(firstDay)}. Post a new one for another day.`,
      )
    const problem = closingDayProblem(closesOn, { today, firstDay })
    if (problem) throw new Invalid({ closesOn: [problem] })
    if (row.placesTaken >= row.places)
      throw new Conflict('Every place of this opening is taken, so it stays closed.')
    if (!(await mayPublish(ctx, row.employerId)))
      throw new Conflict('Your organisation cannot publish at the moment. Please ask the office.')
    return { closesOn, closedAt: null, closeReason: null }
  })
}
