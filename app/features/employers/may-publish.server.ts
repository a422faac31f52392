import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { employers } from '#db/schema/employers.ts'

/** Whether somebody may begin openings for it: while the office has not said no. */
export async function mayDraft({ db }: Pick<Context, 'db'>, employerId: string): Promise<boolean> {
  const [employer] = await db
    .select({ refusedAt: employers.refusedAt })
    .from(employers)
    .where(eq(employers.id, employerId))
  return employer !== undefined && employer.refusedAt === null
}

/** Whether the office has approved this employer and not suspended it since. */
export async function mayPublish({ db }: Context, employerId: string): Promise<boolean> {
  const [employer] = await db
    .select({ approvedAt: employers.approvedAt, suspendedAt: employers.suspendedAt })
    .from(employers)
    .where(eq(employers.id, employerId))
  return Boolean(employer?.approvedAt) && !employer?.suspendedAt
}
