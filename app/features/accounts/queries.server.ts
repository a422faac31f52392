import { and, asc, eq, isNull } from 'drizzle-orm'
import { mayDraft } from '#app/features/employers/may-publish.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'

/** What the head of every page says of the person who is signed in; null when nobody is. */
export async function findWhoIsSignedIn({ db, actor }: Context) {
  if (!actor.userId) return null
  const [user] = await db.select({ name: users.name }).from(users).where(eq(users.id, actor.userId))
  if (!user) return null
  const grants = await db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, actor.userId), isNull(roleGrants.endedAt)))
  const isRefused = actor.employerId !== null && !(await mayDraft({ db }, actor.employerId))
  return {
    name: user.name,
    role: actor.role as Role,
    hasOtherRoles: grants.length > 1,
    /** Acts for an employer that the office has not approved and will not. */
    isRefused,
  }
}

/** The roles that the person signed in may act in, with the employer's name where there is one. */
export async function listOwnRoles(ctx: Context) {
  const { userId } = ctx.actor
  if (!userId) return []
  // The name of an employer that is not approved is hidden from every role but its own.
  return asSystem(ctx, ({ db }) =>
    db
      .select({ id: roleGrants.id, role: roleGrants.role, employer: employers.name })
      .from(roleGrants)
      .leftJoin(employers, eq(employers.id, roleGrants.employerId))
      .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.endedAt)))
      .orderBy(asc(roleGrants.createdAt), asc(roleGrants.id)),
  )
}
