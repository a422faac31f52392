import { and, asc, eq, isNull } from 'drizzle-orm'
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
  return { name: user.name, role: actor.role as Role, hasOtherRoles: grants.length > 1 }
}

/** The roles that the person signed in may act in, with the employer's name where there is one. */
export async function listOwnRoles({ db, actor }: Context) {
  if (!actor.userId) return []
  return db
    .select({ id: roleGrants.id, role: roleGrants.role, employer: employers.name })
    .from(roleGrants)
    .leftJoin(employers, eq(employers.id, roleGrants.employerId))
    .where(and(eq(roleGrants.userId, actor.userId), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.createdAt), asc(roleGrants.id))
}
