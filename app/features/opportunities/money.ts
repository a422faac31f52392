/**
 * Pence in an amount as people type it ("£12.71", "1,200"), or null.
 *
 * @param most the most pounds it may be
 */
export function penceFromText(typed: string, most = 999_999): number | null {
  const plain = typed.replace(/[£,\s]/g, '')
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain) || Math.trunc(Number(plain)) > most) return null
  return Math.round(Number(plain) * 100)
}

/** Pence as people read them: "£12.71", "£500". */
export function pounds(pence: number): string {
  return (pence % 100 === 0 ? whole : withPence).format(pence / 100)
}

// Made once: making one takes longer than a hundred uses of it.
const currency = { style: 'currency', currency: 'GBP' } as const
const withPence = new Intl.NumberFormat('en-GB', currency)
const whole = new Intl.NumberFormat('en-GB', { ...currency, maximumFractionDigits: 0 })
