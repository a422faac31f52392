/** The fields of one row, mended and with single spaces, and the count of what was mended. */
export function mendRow(fields: Record<string, string>) {
  const repairs: Repairs = { pounds: 0, euros: 0, others: 0 }
  const read = (name: string): string => {
    const mended = repairText(fields[name] ?? '')
    for (const kind of ['pounds', 'euros', 'others'] as const) repairs[kind] += mended.repairs[kind]
    return mended.text.replace(/[^\S\n]+/g, ' ').trim()
  }
  return { read, repairs }
}

/** What was mended in a text, for the report. */
export interface Repairs {
  pounds: number
  euros: number
  others: number
}

/**
 * Mends text that was written as UTF-8 and read as Windows-1252: "Â£" is a pound sign again, "â‚¬"
 * a euro sign (also where its first letter got lost), "â€™" an apostrophe. Text that was never
 * damaged comes back as it is.
 */
export function repairText(text: string): { text: string; repairs: Repairs } {
  const repairs: Repairs = { pounds: 0, euros: 0, others: 0 }
  const mended = text
    .replace(DAMAGED, (run) => {
      const repaired = readAgain(run)
      if (repaired === null) return run
      repairs[KINDS[repaired] ?? 'others'] += 1
      return repaired
    })
    .replace(/‚¬/g, () => {
      repairs.euros += 1
      return '€'
    })
  return { text: mended, repairs }
}

/** The first byte of a character of two, three or four bytes, and the bytes that follow it. */
const TAIL = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
const DAMAGED = new RegExp(
  `[\\u00c2-\\u00df]${TAIL}|[\\u00e0-\\u00ef]${TAIL}{2}|[\\u00f0-\\u00f4]${TAIL}{3}`,
  'g',
)
const KINDS: Partial<Record<string, 'pounds' | 'euros'>> = { '£': 'pounds', '€': 'euros' }

/** Windows-1252 differs from Latin-1 only here. */
const BYTES = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92,
      0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] ?? 0,
  ]),
)
const utf8 = new TextDecoder('utf-8', { fatal: true })

function readAgain(run: string): string | null {
  const bytes = [...run].map((character) => BYTES.get(character) ?? character.charCodeAt(0))
  if (bytes.some((byte) => byte > 0xff)) return null
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}
