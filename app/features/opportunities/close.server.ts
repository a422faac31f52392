import type { Context } from '#app/platform/context.ts'
import { move } from './move.server.ts'

/** Takes a live opening down. `reason` is a code of `closeReasons`. */
export async function close(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await move(ctx, { id, event: 'close', reason }, () => ({
    closedAt: ctx.clock.now(),
    closeReason: reason,
  }))
}
