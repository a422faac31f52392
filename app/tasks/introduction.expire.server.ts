import { expire, listOverdueForKeys } from '#app/features/introductions/expire.server.ts'
import type { Services } from '#app/http/services.server.ts'
import { system, type Context } from '#app/platform/context.ts'
import { Conflict } from '#app/platform/errors.ts'
import { inTransaction } from '#db/client.server.ts'

/**
 * Ends the introductions that have waited too long for a key, each in a transaction of its own. One
 * that somebody moved meanwhile is theirs; one that cannot be ended does not keep the others, and
 * is thrown in the end, for the queue to try again. Gives the number that ended.
 */
export async function expireIntroductions(services: Expiry): Promise<number> {
  const failures: unknown[] = []
  let ended = 0
  for (const introductionId of await inside(services, listOverdueForKeys))
    try {
      await inside(services, (ctx) => expire(ctx, { introductionId }))
      ended += 1
    } catch (error) {
      if (!(error instanceof Conflict)) failures.push(error)
    }
  if (ended > 0) services.log.info({ ended }, 'introductions ran out of time')
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} introductions could not be ended`)
  return ended
}

type Expiry = Pick<Services, 'db' | 'clock' | 'log'>

const inside = <T>({ db, clock, log }: Expiry, work: (ctx: Context) => Promise<T>) => {
  const actor = system('introduction.expire')
  return inTransaction(db, actor, (tx) => work({ db: tx, actor, clock, log }))
}
