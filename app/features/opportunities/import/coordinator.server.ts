import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'

/** Whether this account may act as a coordinator today. */
export async function isCoordinator(db: Tx, userId: string | null): Promise<boolean> {
  if (userId === null) return false
  const found = await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(eq(users.id, userId), ...active))
    .limit(1)
  return found.length > 0
}

/**
 * The coordinator of this e-mail address; without one the invented coordinator of the demo, as long
 * as no real one exists. Null when there is none.
 */
export async function findCoordinator(db: Tx, email: string | null): Promise<string | null> {
  const found = await db
    .select({ id: users.id, email: users.email, isInvented: users.isInvented })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(...active))
    .orderBy(sql`users.created_at, users.id`)
  if (email !== null) return found.find((one) => one.email === email.toLowerCase())?.id ?? null
  return found.every(({ isInvented }) => isInvented) ? (found[0]?.id ?? null) : null
}

const active = [
  isNull(users.disabledAt),
  eq(roleGrants.role, 'coordinator'),
  isNull(roleGrants.endedAt),
]
