import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listSecondApprovals } from '#app/features/introductions/second-approval.server.ts'
import { getOfficeCounts } from '#app/features/reports/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Office – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    ...(await getOfficeCounts(ctx)),
    secondApprovals: (await listSecondApprovals(ctx)).length,
  }))
}

export default function Page() {
  const counts = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Office" />
      <Table
        caption="What needs doing"
        captionClasses="govuk-table__caption--m"
        head={[{ text: 'What' }, { text: 'How many', format: 'numeric' }]}
        rows={[
          line('/office/review', 'Openings to check', counts.toReview),
          line('/office/employers', 'Employers waiting to be approved', counts.employers),
          line('/office/second-approvals', 'Second approvals to give', counts.secondApprovals),
          line('/office/candidates', 'People without a mentor', counts.withoutMentor),
          line('/office/waiting', 'Introductions waiting for more than a week', counts.waitingLong),
        ]}
      />
      <h2 className="govuk-heading-m">Add somebody</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <a className="govuk-link" href="/office/candidates/new">
            Enrol a person in a programme
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/office/users/new">
            Invite a mentor, an employer’s colleague, a board member or a coordinator
          </a>
        </li>
      </ul>
    </>
  )
}

const line = (href: string, name: string, count: number) => [
  {
    text: (
      <a className="govuk-link" href={href}>
        {name}
      </a>
    ),
  },
  { text: count, format: 'numeric' as const },
]
