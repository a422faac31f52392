export interface EmployerFacts {
  approvedAt: Date | null
  refusedAt: Date | null
  suspendedAt: Date | null
}

export type EmployerState = 'pending' | 'approved' | 'refused' | 'suspended'

/** Where an employer stands, from the facts that are kept. */
export function stateOf({ approvedAt, refusedAt, suspendedAt }: EmployerFacts): EmployerState {
  if (suspendedAt) return 'suspended'
  if (refusedAt) return 'refused'
  return approvedAt ? 'approved' : 'pending'
}

/** The state as the office reads it. */
export const employerStatus = {
  pending: { label: 'To check', tone: 'waiting' },
  approved: { label: 'Approved', tone: 'good' },
  refused: { label: 'Not approved', tone: 'problem' },
  suspended: { label: 'Suspended', tone: 'problem' },
} as const satisfies Record<EmployerState, { label: string; tone: string }>

/** Why the office approves an employer that it had refused. */
export const reconsiderReasons = [
  { value: 'new_facts', label: 'We know something we did not know before' },
  { value: 'put_right', label: 'They have put right what was missing' },
  { value: 'mistake', label: 'The first decision was a mistake' },
] as const
