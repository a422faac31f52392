import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'

/** Employers for the office: those that wait first, then by name. */
export async function listEmployers({ db }: Context) {
  return db
    .select({
      id: employers.id,
      name: employers.name,
      outcode: employers.outcode,
      approvedAt: employers.approvedAt,
      refusedAt: employers.refusedAt,
      suspendedAt: employers.suspendedAt,
      createdAt: employers.createdAt,
    })
    .from(employers)
    .orderBy(
      sql`(${employers.approvedAt} is null and ${employers.refusedAt} is null) desc`,
      asc(employers.name),
      asc(employers.id),
    )
    .limit(500)
}

/** One employer as the office reads it. */
export async function employerById({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [employer] = await db.select().from(employers).where(eq(employers.id, id))
  if (!employer) throw new NotFound()
  return employer
}

/** Who acts for an employer, the one who registered it first: whom the office can write to. */
export async function contactsOf({ db }: Context, employerId: string) {
  return db
    .select({ id: users.id, name: users.name, email: users.email, disabledAt: users.disabledAt })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(eq(roleGrants.employerId, employerId), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.createdAt), asc(roleGrants.id))
}
