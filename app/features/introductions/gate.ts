/** The facts of the two keys, as the introduction's row holds them. */
export interface Keys {
  consentTextId: string | null
  consentGivenAt: Date | null
  consentExpiresAt: Date | null
  approvalTextId: string | null
  approvalGivenAt: Date | null
  approvalExpiresAt: Date | null
  needsOfficer: boolean
  officerRecordedAt: Date | null
  needsSecond: boolean
  secondApprovedAt: Date | null
}

/** The facts of the approvals once they are taken back: the second one was of the first. */
export const noApproval = {
  approvalTextId: null,
  approvalGivenAt: null,
  approvalExpiresAt: null,
  approvalBy: null,
  secondApprovedAt: null,
  secondApprovedBy: null,
} as const

/** How long a key lasts unless the other is turned as well. */
export const KEY_DAYS = 14

/** What still stands between a candidate and the first release, in the order people do it. */
export function missingKeys(keys: Keys, now: Date): MissingKey[] {
  const missing: MissingKey[] = []
  if (!keys.consentGivenAt) missing.push('consent')
  else if (hasExpired(keys.consentExpiresAt, now)) missing.push('consent_expired')
  if (keys.needsOfficer && !keys.officerRecordedAt) missing.push('officer')
  if (!keys.approvalGivenAt) missing.push('approval')
  else if (hasExpired(keys.approvalExpiresAt, now)) missing.push('approval_expired')
  if (keys.needsSecond && !keys.secondApprovedAt) missing.push('second')
  if (
    keys.consentGivenAt &&
    keys.approvalGivenAt &&
    (keys.consentTextId === null || keys.consentTextId !== keys.approvalTextId)
  )
    missing.push('same_words')
  return missing
}

export type MissingKey =
  | 'consent'
  | 'consent_expired'
  | 'officer'
  | 'approval'
  | 'approval_expired'
  | 'second'
  | 'same_words'

/** True once the moment has come: a key that ends now is no longer turned. */
export const hasExpired = (expiresAt: Date | null, now: Date) =>
  expiresAt === null || expiresAt <= now
