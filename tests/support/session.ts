import { and, asc, eq, isNull } from 'drizzle-orm'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { newSecret } from '#app/platform/secret.server.ts'
import type { Tx } from '#db/client.server.ts'
import { roleGrants } from '#db/schema/accounts.ts'

/** Signs somebody in, in the first role they were given, and gives the cookie that says so. */
export async function cookieFor(tx: Tx, userId: string, now: Date): Promise<string> {
  const [grant] = await tx
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.createdAt))
    .limit(1)
  if (!grant) throw new Error('Somebody without a role cannot sign in')
  const { secret, hash } = newSecret()
  await startSession(tx, {
    idHash: hash,
    userId,
    roleGrantId: grant.id,
    beganWith: 'password',
    now,
  })
  return `tg=${secret}`
}
