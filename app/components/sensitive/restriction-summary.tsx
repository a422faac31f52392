import { statuses, type RestrictionStatus } from '#app/features/restrictions/status.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'
import { SummaryList } from '../govuk/summary-list.tsx'

export interface RestrictionSummaryProps {
  status: RestrictionStatus
  setAt: Date | null
  /** The person's page, under which the others lie; null for a volunteer, who reads this alone. */
  person: string | null
  isLead: boolean
}

/** Whether there are restrictions, and the ways to record, read and write what is kept sealed. */
export function RestrictionSummary({ status, setAt, person, isLead }: RestrictionSummaryProps) {
  return (
    <>
      <SummaryList
        card={{ title: { text: 'Kept private' } }}
        rows={[
          {
            key: { text: 'Restrictions' },
            value: {
              text: `${labelOf(statuses, status)}${setAt ? `, said on ${longDate(setAt)}` : ''}`,
            },
          },
        ]}
      />
      {person && (
        <ul className="govuk-list">
          <Way href={`${person}/restrictions`}>Say whether there are restrictions</Way>
          <Way href={`${person}/read`}>Read what is kept private</Way>
          {isLead && <Way href={`${person}/safeguarding`}>Write a safeguarding note</Way>}
        </ul>
      )}
    </>
  )
}

const Way = ({ href, children }: { href: string; children: string }) => (
  <li>
    <a className="govuk-link" href={href}>
      {children}
    </a>
  </li>
)
