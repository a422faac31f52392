import { addDays, max } from 'date-fns'
import { londonDay } from '#app/platform/clock.ts'
import { KEY_DAYS } from './gate.ts'

/**
 * How long an introduction waits for the next key. A key lasts half of it; in the other half it can
 * be turned again with one click, so that a mentor's holiday costs nobody their chance.
 */
export const LAPSE_DAYS = 2 * KEY_DAYS

/** What moves the end of an introduction that waits for keys: its beginning, and each key turned. */
export interface LapseFacts {
  createdAt: Date
  consentGivenAt: Date | null
  approvalGivenAt: Date | null
  officerRecordedAt: Date | null
  secondApprovedAt: Date | null
}

/** The last London day on which a key can still be turned, unless one is turned before. */
export function lapsesOn(facts: LapseFacts): string {
  const turned = [
    facts.createdAt,
    facts.consentGivenAt,
    facts.approvalGivenAt,
    facts.officerRecordedAt,
    facts.secondApprovedAt,
  ].filter((at) => at !== null)
  return londonDay(addDays(max(turned), LAPSE_DAYS))
}
