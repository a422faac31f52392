/** Pence in an amount as people type it ("£12.71", "1,200"), or null. */
export function penceFromText(typed: string): number | null {
  const plain = typed.replace(/[£,\s]/g, '')
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** Pence as people read them: "£12.71", "£500". */
export function pounds(pence: number): string {
  return (pence % 100 === 0 ? whole : withPence).format(pence / 100)
}

// Made once: making one takes longer than a hundred uses of it.
const currency = { style: 'currency', currency: 'GBP' } as const
const withPence = new Intl.NumberFormat('en-GB', currency)
const whole = new Intl.NumberFormat('en-GB', { ...currency, maximumFractionDigits: 0 })
