import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'

export type Opportunity = typeof opportunities.$inferSelect

/** An opening this person may change: their own employer's, or any for the office. */
export async function getForChange({ db, actor }: Context, id: string): Promise<Opportunity> {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db.select().from(opportunities).where(eq(opportunities.id, id)).limit(1)
  const isOwn = actor.role === 'employer' && row?.employerId === actor.employerId
  if (!row || !(isOwn || actor.role === 'coordinator')) throw new NotFound()
  return row
}

/** Ids come from addresses: anything may be there. */
export const isUuid = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
