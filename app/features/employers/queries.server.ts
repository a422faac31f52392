import { asc, eq, sql } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
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
