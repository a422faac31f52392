import { workingDayAfter } from '#app/platform/working-days.ts'
import type { Kind } from './employers.ts'

/** The answers that belong to one kind of opening that closes on a London day. */
export function inventedDetails(
  kind: Kind,
  contact: string,
  closesOn: string,
): Record<string, unknown> {
  switch (kind) {
    case 'job':
      return { hoursPerWeek: '16 to 37', contract: 'permanent' }
    case 'work_experience':
      return {
        startsOn: workingDayAfter(closesOn, 10),
        endsOn: workingDayAfter(closesOn, 30),
        supervisor: contact,
        isInsured: true,
        isPaid: false,
      }
    case 'training':
      return {
        awardingBody: 'Our own training team',
        courseHours: 12,
        costPence: 0,
        certificate: 'A certificate of attendance',
      }
    case 'bursary':
      return {
        amountPence: 15000,
        forWhat: 'What the title says, and getting there.',
        evidence: 'A receipt, or the price from a shop.',
      }
    case 'interview_experience':
      return { interviewOn: workingDayAfter(closesOn, 5), format: 'in_person', feedback: 'both' }
  }
}
