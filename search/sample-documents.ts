import type { OpportunityDocument } from './documents.ts'

/** A document for tests: plain values, overridden where the test says so. `n` makes the id. */
export function sampleDocument(
  n: number,
  over: Partial<OpportunityDocument> = {},
): OpportunityDocument {
  return {
    id: sampleId(n),
    version: 1,
    title: 'Opening',
    skills: [],
    sector: 'other',
    sectorLabel: 'Various',
    town: 'Norwich',
    employer: 'Acme',
    body: '',
    outcodes: ['NR1'],
    kind: 'job',
    hours: ['full-time'],
    remote: false,
    contract: 'permanent',
    publishedAt: 1_700_000_000 + n,
    closesAt: 1_900_000_000,
    minAge: 16,
    audience: 'anyone',
    ...over,
  }
}

/** The id of the nth sample. */
export function sampleId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** The number of a sample from its id. */
export function sampleNumber(id: string): number {
  return Number(id.slice(-12))
}
