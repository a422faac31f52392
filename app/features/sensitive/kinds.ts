/** The kinds of sealed text that are opened by a reading. */
export const readingKinds = [
  { value: 'restrictions', label: 'Restrictions' },
  { value: 'statement', label: 'Their own words about the past' },
  { value: 'safeguarding', label: 'Safeguarding notes' },
] as const

export type ReadingKind = (typeof readingKinds)[number]['value']
