import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Clock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { verifyPassword } from '#app/platform/password.server.ts'
import { inTransaction, REQUEST_LIMIT } from '#db/client.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { countsNow } from './demo.server.ts'
import { byAccount, byAddress, forget, isOver, note, signedInFrom } from './throttle.server.ts'
import { takeTurn } from './turns.server.ts'

/** Said for a wrong password and for an account that does not exist. */
const WRONG = 'That e-mail address and password do not match. Check both and try again.'

/**
 * The user whose password it is; otherwise throws `Invalid`, with the same words whatever was
 * wrong. While an account is being guessed at, or an address guesses, tries take turns, and the
 * right password among them still works. Not in one transaction: a connection would be held for as long as the hashing takes.
 */
export async function checkPassword(
  { db, clock, settings }: { db: Database; clock: Clock; settings: { isDemo: boolean } },
  given: { email: string; password: string; address: string; requestId: string },
): Promise<{ userId: string }> {
  const account = byAccount(given.email)
  const address = byAddress(given.address)
  const here = signedInFrom(given.email, given.address)
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(db, system(given.requestId), work, { limit: REQUEST_LIMIT })

  const { user, over } = await asSystem(async (tx) => ({
    user: await findAccount(tx, given.email, settings.isDemo),
    over: await Promise.all([account, address, here].map((one) => isOver(tx, one, clock.now()))),
  }))
  const [isAccountGuessed, isAddressGuessing, isKnown = false] = over
  if (isAccountGuessed) await takeTurn(account.key, { key: address.key, isKnown })
  if (isAddressGuessing) await takeTurn(address.key, { key: account.key, isKnown })
  const isRight = await verifyPassword(user?.passwordHash ?? null, given.password)
  if (!user || !isRight) {
    await asSystem(async (tx) => {
      for (const one of [account, address]) await note(tx, one, clock.now())
    })
    throw new Invalid({ '': [WRONG] })
  }
  await asSystem(async (tx) => {
    for (const one of [account, here]) await forget(tx, one)
    await note(tx, here, clock.now())
  })
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
