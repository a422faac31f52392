import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { mentors } from '#db/schema/accounts.ts'

/** Whether who acts is a volunteer, who reads less of their people than a mentor of the staff. */
export async function isVolunteer({ db, actor }: Context): Promise<boolean> {
  const [mentor] = await db
    .select({ isVolunteer: mentors.isVolunteer })
    .from(mentors)
    .where(eq(mentors.userId, actor.userId ?? ''))
  return mentor?.isVolunteer ?? false
}
