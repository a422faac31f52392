/** The kinds of sealed text that are opened by a reading. */
export const readingKinds = [
  { value: 'restrictions', label: 'Restrictions' },
  { value: 'statement', label: 'Their own words about the past' },
  { value: 'safeguarding', label: 'Safeguarding notes' },
] as const

export type ReadingKind = (typeof readingKinds)[number]['value']

/** How long a reading stays open. The database holds it to this as well. */
export const OPEN_MINUTES = 10
