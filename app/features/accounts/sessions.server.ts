import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Actor } from '#app/platform/context.ts'
import type { Tx } from '#db/client.server.ts'
import { roleGrants, sessions, users } from '#db/schema/accounts.ts'
import { countsNow } from './demo.server.ts'

const MINUTE = 60_000
const ABSOLUTE = 12 * 60 * MINUTE
/** Every request would otherwise write a row. */
const TOUCH_EVERY = MINUTE

const idleLimit = (role: string) => (role === 'board' ? 15 : 30) * MINUTE

export type BeganWith = (typeof sessions.$inferSelect)['beganWith']

export interface Session {
  idHash: string
  name: string
  actor: Omit<Actor, 'requestId'>
}

/**
 * The session that is still good at `now`, and marks it as used; null when it has ended, was idle
 * too long, is too old, its role or person has been taken away, or it is of a demo that is over.
 * Runs as the system.
 */
export async function touchSession(
  tx: Tx,
  { idHash, now, isDemo }: { idHash: string; now: Date; isDemo: boolean },
): Promise<Session | null> {
  const [found] = await tx
    .select({
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userId: users.id,
      name: users.name,
      role: roleGrants.role,
      employerId: roleGrants.employerId,
      isSafeguardingLead: roleGrants.isSafeguardingLead,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(roleGrants, eq(roleGrants.id, sessions.roleGrantId))
    .where(
      and(
        eq(sessions.idHash, idHash),
        isNull(sessions.endedAt),
        isNull(users.disabledAt),
        countsNow(isDemo),
        isNull(roleGrants.endedAt),
        eq(roleGrants.userId, sessions.userId),
      ),
    )
  if (!found) return null
  if (now.getTime() - found.createdAt.getTime() >= ABSOLUTE) return null
  if (now.getTime() - found.lastSeenAt.getTime() >= idleLimit(found.role)) return null

  const stale = new Date(now.getTime() - TOUCH_EVERY)
  if (found.lastSeenAt < stale)
    await tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.idHash, idHash), lt(sessions.lastSeenAt, stale)))

  const { userId, name, role, employerId, isSafeguardingLead } = found
  return { idHash, name, actor: { userId, role, employerId, isSafeguardingLead } }
}

/** Starts a session in one role. Runs as the system. */
export async function startSession(
  tx: Tx,
  session: { idHash: string; userId: string; roleGrantId: string; beganWith: BeganWith; now: Date },
): Promise<void> {
  const { now, ...ids } = session
  await tx.insert(sessions).values({ ...ids, createdAt: now, lastSeenAt: now })
}

/** How the person of a session showed who they are; the least, when it is not known. */
export async function beganWith(tx: Tx, idHash: string | null): Promise<BeganWith> {
  const [session] = await tx
    .select({ beganWith: sessions.beganWith })
    .from(sessions)
    .where(eq(sessions.idHash, idHash ?? ''))
  return session?.beganWith ?? 'link'
}

/** Ends one session; ending it twice is fine. Runs as the system. */
export async function endSession(tx: Tx, idHash: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)))
}

/** Ends every session of a person: after a change of password, address or role. As the system. */
export async function endSessionsOf(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
}
