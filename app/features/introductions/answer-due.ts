import { londonDay } from '#app/platform/clock.ts'
import { workingDayAfter } from '#app/platform/working-days.ts'

/** A working week: long enough to ask a colleague, short enough that somebody can wait for it. */
export const ANSWER_WORKING_DAYS = 5

/** The London day by which an employer answers what was released to it at this moment. */
export const answerDueOn = (releasedAt: Date): string =>
  workingDayAfter(londonDay(releasedAt), ANSWER_WORKING_DAYS)
