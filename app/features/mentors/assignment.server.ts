import { and, eq, isNull } from 'drizzle-orm'
import { mentorAssignments } from '#db/schema/candidates.ts'

/** Which assignments are of somebody's own mentor now: not ended, and no cover. */
export const isOwnMentorNow = and(
  eq(mentorAssignments.isCover, false),
  isNull(mentorAssignments.endsAt),
)
