import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Clock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { verifyPassword } from '#app/platform/password.server.ts'
import { inTransaction, REQUEST_LIMIT } from '#db/client.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { countsNow } from './demo.server.ts'
import { byAccount, byAddress, forget, isOver, note, takeSlowTurn } from './throttle.server.ts'

/** Said for a wrong password and for an account that does not exist. */
const WRONG = 'That e-mail address and password do not match. Check both and try again.'

/**
 * The user whose password it is; otherwise throws `Invalid`, with the same words whatever was
 * wrong. Not in one transaction: a connection would be held for as long as the hashing takes.
 */
export async function checkPassword(
  { db, clock, settings }: { db: Database; clock: Clock; settings: { isDemo: boolean } },
  given: { email: string; password: string; address: string; requestId: string },
): Promise<{ userId: string }> {
  const counted = [byAccount(given.email), byAddress(given.address)]
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(db, system(given.requestId), work, { limit: REQUEST_LIMIT })

  const { user, slow } = await asSystem(async (tx) => {
    const over = await Promise.all(counted.map((one) => isOver(tx, one, clock.now())))
    return {
      user: await findAccount(tx, given.email, settings.isDemo),
      slow: counted.filter((_, i) => over[i]),
    }
  })
  for (const one of slow) await takeSlowTurn(one)
  const isRight = await verifyPassword(user?.passwordHash ?? null, given.password)
  if (!user || !isRight) {
    await asSystem(async (tx) => {
      for (const one of counted) await note(tx, one, clock.now())
    })
    throw new Invalid({ '': [WRONG] })
  }
  await asSystem((tx) => forget(tx, counted[0]!))
  return { userId: user.id }
}

async function findAccount(tx: Tx, email: string, isDemo: boolean) {
  const [user] = await tx
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), isNull(roleGrants.endedAt)))
    .where(and(eq(users.email, email), isNull(users.disabledAt), countsNow(isDemo)))
    .orderBy(asc(roleGrants.createdAt))
    .limit(1)
  return user
}
