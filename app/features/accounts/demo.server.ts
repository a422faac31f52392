import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'

/** Whether the service may be tried out: switched on, and no real person has an account. */
export async function isDemoOpen(ctx: Context, isDemo: boolean): Promise<boolean> {
  if (!isDemo) return false
  return asSystem(ctx, async ({ db }) => {
    const real = await db
      .select({ id: users.id })
      .from(users)
      .where(eq(users.isInvented, false))
      .limit(1)
    return real.length === 0
  })
}

/** The first invented person who holds a role, or null when nobody does. */
export async function findInvented(ctx: Context, role: Role): Promise<string | null> {
  return asSystem(ctx, async ({ db }) => {
    const [user] = await db
      .select({ id: users.id })
      .from(users)
      .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), isNull(roleGrants.endedAt)))
      .where(and(eq(users.isInvented, true), isNull(users.disabledAt), eq(roleGrants.role, role)))
      .orderBy(asc(users.createdAt), asc(users.id))
      .limit(1)
    return user?.id ?? null
  })
}

/** The newest messages that would have been sent, for trying things out without a mail server. */
export async function listMessages(ctx: Context) {
  return asSystem(ctx, ({ db }) =>
    db
      .select({
        id: messages.id,
        to: messages.toAddress,
        subject: messages.subject,
        body: messages.body,
        createdAt: messages.createdAt,
      })
      .from(messages)
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(50),
  )
}
