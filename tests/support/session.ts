import { and, eq, isNull } from 'drizzle-orm'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { newSecret } from '#app/http/secret.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { roleGrants } from '#db/schema/accounts.ts'
import type { World } from './world.ts'

/** Signs somebody in without their password or link: the cookie their browser would hold. */
export async function cookieFor(
  world: Pick<World, 'inside' | 'clock'>,
  { userId, role }: Actor,
): Promise<string> {
  const { secret, hash } = newSecret()
  await world.inside(async (tx) => {
    const [grant] = await tx
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.userId, userId ?? ''), isNull(roleGrants.endedAt)))
    if (!grant) throw new Error(`They may not act as ${role}`)
    const now = world.clock.now()
    await startSession(tx, { idHash: hash, userId: grant.userId, roleGrantId: grant.id, now })
  })
  return `tg=${secret}`
}
