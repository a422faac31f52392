import { actAs } from '#db/client.server.ts'
import { anonymous, system } from './context.ts'
import type { Context } from './context.ts'

/**
 * Does one thing as the system inside the transaction of a person's request, then lets the person
 * act again: for accounts, sessions and mail, which no role may reach.
 */
export const asSystem = <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> =>
  actingAs(ctx, system(ctx.actor.requestId), work)

/**
 * Reads one thing as nobody does, whoever asks: for pages that are of no reader, so that they say
 * the same to everybody.
 */
export const asNobody = <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> =>
  actingAs(ctx, anonymous(ctx.actor.requestId), work)

async function actingAs<T>(
  ctx: Context,
  actor: ReturnType<typeof system>,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  await actAs(ctx.db, actor)
  try {
    return await work({ ...ctx, actor })
  } finally {
    // Refused after a failed statement; the transaction is then over anyway.
    await actAs(ctx.db, ctx.actor).catch(() => undefined)
  }
}
