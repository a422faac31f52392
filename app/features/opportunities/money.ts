/** Pence in an amount as people type it ("£12.71", "1,200"), or null. */
export function penceFromText(typed: string): number | null {
  const plain = typed.replace(/[£,\s]/g, '')
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** Pence as people read them: "£12.71", "£500". */
export function pounds(pence: number): string {
  const digits = pence % 100 === 0 ? 0 : 2
  const amount = (pence / 100).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `£${amount}`
}
