import { PageHeading } from '#app/components/layout/page-heading.tsx'
import type { RouteHandle } from '#app/http/handle.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Complaints – Throughgate' }]

export default function Page() {
  return (
    <>
      <PageHeading title="Complaints" />
      <p className="govuk-body">
        If something has gone wrong, tell us. It will not count against you.
      </p>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>Talk to your mentor, or to the employer’s contact, if you can.</li>
        <li>
          If that does not help, or you would rather not, tell the office that runs the scheme. It
          can change who looks after you.
        </li>
        <li>
          If it is about how we use what we know of you, you can go to the Information
          Commissioner’s Office (ico.org.uk).
        </li>
      </ol>
      <h2 className="govuk-heading-m">If somebody is in danger</h2>
      <p className="govuk-body">Call 999.</p>
    </>
  )
}
