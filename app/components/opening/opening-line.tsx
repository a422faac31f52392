import { FitNote, type FitNoteProps } from './fit-note.tsx'
import { StatusTag } from '../layout/status-tag.tsx'
import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'

export interface OpeningLineProps {
  opening: {
    id: string
    title: string
    kind: string
    sector: string | null
    hours: string[]
    where: string
    employerName: string
    closesOn: string | null
    pay: string
    fit: FitNoteProps | null
  }
  /** Of its heading, under that of the list. */
  level?: 2 | 3
}

/** One opening in a list: enough to choose whether to read it. */
export function OpeningLine({ opening, level = 2 }: OpeningLineProps) {
  const Title = `h${level}` as const
  const facts = [
    opening.pay,
    labelOf(sectors, opening.sector),
    opening.hours.map((one) => labelOf(hours, one)).join(', '),
  ].filter(Boolean)
  return (
    <li className="tg-card">
      <Title className="tg-card__title">
        <a className="govuk-link" href={`/openings/${opening.id}`}>
          {opening.title}
        </a>
      </Title>
      <p className="tg-card__fact">
        {opening.employerName}
        {opening.where && `, ${opening.where}`}
      </p>
      <p className="tg-card__fact">{facts.join(' · ')}</p>
      <p className="tg-card__fact">
        <StatusTag label={labelOf(kinds, opening.kind)} tone="neutral" />{' '}
        {opening.closesOn && `Open until ${longDate(opening.closesOn)}`}
      </p>
      {opening.fit && <FitNote {...opening.fit} />}
    </li>
  )
}
