import { SummaryList } from '../govuk/summary-list.tsx'

export interface SavedElsewhereProps {
  rows: readonly { name: string; value: string }[]
}

/** What somebody else saved meanwhile, above the answers that have not been saved. */
export function SavedElsewhere({ rows }: SavedElsewhereProps) {
  return (
    // The error summary leads here.
    <section aria-labelledby="saved-elsewhere" id="version" tabIndex={-1}>
      <h2 className="govuk-heading-m" id="saved-elsewhere">
        What is saved now
      </h2>
      <SummaryList
        rows={rows.map(({ name, value }) => ({ key: { text: name }, value: { text: value } }))}
      />
      <h2 className="govuk-heading-m">Your answers, not saved yet</h2>
      <p className="govuk-body">Saving puts these in the place of the ones above.</p>
    </section>
  )
}
