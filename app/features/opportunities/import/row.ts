import type { opportunities } from '#db/schema/opportunities.ts'
import type { Repairs } from './repair.ts'

/** One good row: the columns of an opening, and whose it is. */
export interface ImportRow {
  /** Where it begins in the file; the heading is line 1. */
  line: number
  /** Two rows with the same key are the same advert. */
  key: string
  /** Null for adverts, which name nobody: they go to the placeholder. */
  employer: string | null
  columns: ImportColumns
  repairs: Repairs
}

export type ImportColumns = Pick<
  typeof opportunities.$inferInsert,
  'stance' | 'isRemote' | 'payMinPence' | 'payMaxPence' | 'payPeriod'
> & {
  kind: (typeof opportunities.$inferInsert)['kind']
  title: string
  summary: string
  sector: string
  hours: string[]
  outcodes: readonly string[]
  town: string | null
  places: number
  closesOn: string
  minAge: number
  payText: string | null
  details: Record<string, string>
}

/** One row that cannot be taken, and why in words. */
export interface Refusal {
  line: number
  reason: string
}

export type ReadRow = (line: number, fields: Record<string, string>) => ImportRow | Refusal

export const isRefusal = (row: ImportRow | Refusal): row is Refusal => 'reason' in row

/** Longest texts, the same as the forms take; adverts' titles are longer than people write here. */
export const LONGEST = { title: 200, summary: 3000, town: 60, employer: 120, pay: 200 } as const
