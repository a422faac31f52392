import { StatusTag } from '../layout/status-tag.tsx'
import { InsetText } from '../govuk/inset-text.tsx'

export interface NoteListProps {
  heading: string
  notes: readonly {
    field: string
    label: string
    note: string
    before: string
    isChanged: boolean | null
  }[]
}

/** What the office asked to be changed, each with whether it has been; nothing when there is nothing. */
export function NoteList({ heading, notes }: NoteListProps) {
  if (notes.length === 0) return null
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {notes.map(({ field, label, note, before, isChanged }) => (
          <li key={field}>
            {label}: {note}{' '}
            {isChanged !== null && (
              <StatusTag
                label={isChanged ? 'Changed since' : 'Not changed'}
                tone={isChanged ? 'good' : 'waiting'}
              />
            )}
            {isChanged && <div className="govuk-hint">Before: {before || 'no answer'}</div>}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
