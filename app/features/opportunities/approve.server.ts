import { tell, usersOf } from '#app/features/accounts/tell.server.ts'
import { mayPublish } from '#app/features/employers/may-publish.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict } from '#app/platform/errors.ts'
import { move } from './move.server.ts'

/** Makes a submitted opening live, in the words that were read: from here on people can find it. */
export async function approve(
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const { employerId } = await move(ctx, { id, event: 'approve', version }, async (row) => {
    if (!(await mayPublish(ctx, row.employerId)))
      throw new Conflict('This employer is not approved. Approve the employer first.')
    if (!row.closesOn || row.closesOn < londonDay(ctx.clock.now()))
      throw new Conflict('The last day to show interest has passed. Send it back for a later date.')
    return { publishedAt: ctx.clock.now() }
  })
  await tell(ctx, await usersOf(ctx, employerId), { as: 'employer', isTheirTurn: false })
}
