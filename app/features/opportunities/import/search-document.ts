import { TZDate } from '@date-fns/tz'
import type { OpportunityDocument } from '#search/documents.ts'
import { labelOf, sectors } from '../vocabulary.ts'
import type { ImportColumns } from './row.ts'

/** What the search index is told of an imported opening that is live. */
export function searchDocumentOf(
  id: string,
  columns: ImportColumns,
  { employer, publishedAt }: { employer: string; publishedAt: Date },
): OpportunityDocument {
  return {
    id,
    version: 1,
    title: columns.title,
    skills: [],
    sector: columns.sector,
    sectorLabel: labelOf(sectors, columns.sector),
    town: columns.town ?? '',
    employer,
    body: columns.summary,
    outcodes: [...columns.outcodes],
    kind: columns.kind,
    hours: columns.hours,
    remote: columns.isRemote ?? false,
    contract: columns.details.contract ?? null,
    publishedAt: Math.floor(publishedAt.getTime() / 1000),
    closesAt: endOfLondonDay(columns.closesOn),
    minAge: columns.minAge,
    audience: 'anyone',
  }
}

function endOfLondonDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new TZDate(year, month - 1, date + 1, 'Europe/London').getTime() / 1000 - 1
}
