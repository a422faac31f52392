import { actAs } from '#db/client.server.ts'
import { system } from './context.ts'
import type { Context } from './context.ts'

/**
 * Does one thing as the system inside the transaction of a person's request, then lets the person
 * act again: for accounts, sessions and mail, which no role may reach.
 */
export async function asSystem<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const actor = system(ctx.actor.requestId)
  await actAs(ctx.db, actor)
  try {
    return await work({ ...ctx, actor })
  } finally {
    // Refused after a failed statement; the transaction is then over anyway.
    await actAs(ctx.db, ctx.actor).catch(() => undefined)
  }
}
