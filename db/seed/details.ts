import { addDays, format } from 'date-fns'
import type { Kind } from './employers.ts'

/** The answers that belong to one kind of opening. */
export function inventedDetails(kind: Kind, contact: string, now: Date): Record<string, unknown> {
  const inDays = (days: number) => format(addDays(now, days), 'yyyy-MM-dd')
  switch (kind) {
    case 'job':
      return { hoursPerWeek: '16 to 37', contract: 'permanent' }
    case 'work_experience':
      return {
        startsOn: inDays(45),
        endsOn: inDays(75),
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
      return { interviewOn: inDays(30), format: 'in_person', feedback: 'both' }
  }
}
