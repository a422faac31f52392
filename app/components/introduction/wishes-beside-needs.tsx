import { Table } from '../govuk/table.tsx'

export interface WishesBesideNeedsProps {
  wishes: {
    kinds: string
    sectors: string
    hours: string
    reach: string
    start: string
  } | null
  opening: {
    kind: string
    sector: string
    hours: string
    place: string
    minAge: number
    stance: string
    exclusions: string[]
    dbs: string
  }
}

const NOT_SAID = 'Not said'

/** What the person wants and what the opening is or asks, line by line. */
export function WishesBesideNeeds({ wishes, opening }: WishesBesideNeedsProps) {
  const rows = [
    ['Kind', wishes?.kinds, opening.kind],
    ['Sector', wishes?.sectors, opening.sector],
    ['Hours', wishes?.hours, opening.hours],
    ['Place', wishes?.reach, opening.place],
    ['Start', wishes?.start, '–'],
    ['Age', '–', `From ${opening.minAge}`],
    ['Past convictions', '–', [opening.stance, ...opening.exclusions].filter(Boolean).join('. ')],
    ['Criminal record check', '–', opening.dbs],
  ]
  return (
    <Table
      isStacked
      caption="What they want and what is needed"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'About' }, { text: 'The person' }, { text: 'The opening' }]}
      firstCellIsHeader
      rows={rows.map(([about, wish, need]) => [
        { text: about },
        { text: wish || NOT_SAID },
        { text: need || NOT_SAID },
      ])}
    />
  )
}
