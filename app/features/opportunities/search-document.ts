import { TZDate } from '@date-fns/tz'
import type { OpportunityDocument } from '#search/documents.ts'
import { labelOf, sectors } from './vocabulary.ts'

/** What of an opening the search index is told, whether it comes from a row or from a file. */
export interface SearchableOpening {
  id: string
  version: number
  title: string
  summary: string
  kind: string
  sector: string | null
  hours: readonly string[]
  outcodes: readonly string[]
  town: string | null
  isRemote?: boolean | undefined
  details: Record<string, unknown>
  minAge: number
  audience: 'anyone' | 'programme'
  publishedAt: Date | null
  /** A London day. */
  closesOn: string | null
}

/** The opening in the words of the index. */
export function searchDocumentOf(
  opening: SearchableOpening,
  employerName: string,
): Required<OpportunityDocument> {
  const { contract } = opening.details
  const sector = opening.sector ?? 'other'
  return {
    id: opening.id,
    version: opening.version,
    title: opening.title,
    skills: [],
    sector,
    sectorLabel: labelOf(sectors, sector),
    town: opening.town ?? '',
    employer: employerName,
    body: opening.summary,
    outcodes: [...opening.outcodes],
    kind: opening.kind,
    hours: [...opening.hours],
    remote: opening.isRemote ?? false,
    contract: typeof contract === 'string' ? contract : null,
    publishedAt: Math.floor((opening.publishedAt?.getTime() ?? 0) / 1000),
    closesAt: opening.closesOn ? lastSecondOf(opening.closesOn) : 0,
    minAge: opening.minAge,
    audience: opening.audience,
  }
}

/** The last second of a London day, in seconds since 1970. */
function lastSecondOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new TZDate(year, month - 1, date + 1, 'Europe/London').getTime() / 1000 - 1
}
