import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import type { Tx } from '#db/client.server.ts'
import { demoEnded, roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import { employerRegistrations } from '#db/schema/employers.ts'

/** Whether the service may be tried out: switched on, and there never was a real person here. */
export async function isDemoOpen(ctx: Context, isDemo: boolean): Promise<boolean> {
  if (!isDemo) return false
  return asSystem(ctx, async ({ db }) => (await db.select().from(demoEnded)).length === 0)
}

/**
 * The condition on `users` that every way in asks: sessions, passwords and links of real people
 * always count, those of invented ones only while the demo is open. Asked as the system.
 */
export const countsNow = (isDemo: boolean) =>
  isDemo
    ? or(eq(users.isInvented, false), sql`not exists (select from ${demoEnded})`)
    : eq(users.isInvented, false)

/**
 * Lets somebody real have an address that an invented account holds. In the demo anybody can type
 * anybody's address, so what the account was given there is not handed on: it keeps its roles,
 * password and links, none of which count any more, under an address that leads nowhere.
 */
export async function freeInventedAddress(tx: Tx, email: string): Promise<void> {
  await tx
    .update(users)
    .set({ email: sql`${users.id}::text || '@invented.invalid'` })
    .where(and(eq(users.email, email), eq(users.isInvented, true)))
}

/** Whatever an invented person of the demo enters is invented too, or the demo would end. */
export async function isInventedActor({ db, actor }: Context): Promise<boolean> {
  const [user] = await db
    .select({ isInvented: users.isInvented })
    .from(users)
    .where(eq(users.id, actor.userId ?? ''))
  return user?.isInvented ?? false
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

/**
 * The newest messages that would have been sent to invented people, or to somebody who registers in
 * the demo: for trying things out without a mail server.
 */
export async function listMessages(ctx: Context) {
  return asSystem(ctx, ({ db }) => {
    const invited = db.select({ email: users.email }).from(users).where(eq(users.isInvented, true))
    const registering = db
      .select({ email: employerRegistrations.email })
      .from(employerRegistrations)
      .where(eq(employerRegistrations.isInvented, true))
    return db
      .select({
        id: messages.id,
        to: messages.toAddress,
        subject: messages.subject,
        body: messages.body,
        createdAt: messages.createdAt,
      })
      .from(messages)
      .where(or(inArray(messages.toAddress, invited), inArray(messages.toAddress, registering)))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(50)
  })
}
