import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { employers } from '#db/schema/employers.ts'

/** Whether the office has approved this employer and not suspended it since. */
export async function mayPublish({ db }: Context, employerId: string): Promise<boolean> {
  const [employer] = await db
    .select({ approvedAt: employers.approvedAt, suspendedAt: employers.suspendedAt })
    .from(employers)
    .where(eq(employers.id, employerId))
  return Boolean(employer?.approvedAt) && !employer?.suspendedAt
}
