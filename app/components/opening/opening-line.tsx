import { StatusTag } from '../layout/status-tag.tsx'
import { milesInWords } from '#app/features/opportunities/distance-words.ts'
import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'

export interface OpeningLineProps {
  opening: {
    id: string
    title: string
    kind: string
    sector: string | null
    hours: string[]
    town: string | null
    isRemote: boolean
    employerName: string
    closesOn: string | null
    miles: number | null
  }
}

/** One opening in a list: enough to choose whether to read it. */
export function OpeningLine({ opening }: OpeningLineProps) {
  const where = [opening.town, opening.isRemote && 'from home'].filter(Boolean).join(', or ')
  const distance = opening.miles === null ? '' : ` (${milesInWords(opening.miles)} away)`
  const facts = [
    labelOf(sectors, opening.sector),
    opening.hours.map((one) => labelOf(hours, one)).join(', '),
  ].filter(Boolean)
  return (
    <li>
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
        <a className="govuk-link" href={`/openings/${opening.id}`}>
          {opening.title}
        </a>
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {opening.employerName}
        {where && `, ${where}`}
        {distance}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-1">{facts.join(' · ')}</p>
      <p className="govuk-body">
        <StatusTag label={labelOf(kinds, opening.kind)} tone="neutral" />{' '}
        {opening.closesOn && `Open until ${longDate(opening.closesOn)}`}
      </p>
    </li>
  )
}
