import { addMonths } from 'date-fns'
import { londonDay } from '#app/platform/clock.ts'

/**
 * Why records of each kind may be kept: the basis in UK GDPR Article 6 and the condition in
 * Schedule 1 of the Data Protection Act 2018, written on every single record.
 */
const grounds = {
  restrictions: { lawfulBasis: 'public_task', scheduleCondition: 'statutory_and_government' },
  statement: { lawfulBasis: 'consent', scheduleCondition: 'consent' },
  safeguarding: { lawfulBasis: 'public_task', scheduleCondition: 'safeguarding_at_risk' },
} as const

/** From the last save on, as for the whole record once it is closed. */
const KEEP_MONTHS = 24

/** What a record of this kind says of its own lawfulness when it is saved at this moment. */
export const groundsOf = (kind: keyof typeof grounds, now: Date) => ({
  ...grounds[kind],
  keepUntil: londonDay(addMonths(now, KEEP_MONTHS)),
})
