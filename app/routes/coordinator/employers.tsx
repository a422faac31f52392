import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listEmployers } from '#app/features/employers/queries.server.ts'
import { employerStatus, stateOf } from '#app/features/employers/status.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Employers – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listEmployers)
}

export default function Page() {
  const employers = useLoaderData<typeof loader>()
  if (employers.length === 0)
    return (
      <>
        <PageHeading title="Employers" />
        <EmptyState title="No employers yet">They appear here when they register.</EmptyState>
      </>
    )
  return (
    <>
      <PageHeading title="Employers" />
      <Table
        isStacked
        caption="Those to check come first"
        head={[{ text: 'Name' }, { text: 'Where' }, { text: 'Registered' }, { text: 'Status' }]}
        rows={employers.map((employer) => [
          { text: <a href={`/office/employers/${employer.id}`}>{employer.name}</a> },
          { text: employer.outcode ?? '' },
          { text: longDate(employer.createdAt) },
          { text: <StatusTag {...employerStatus[stateOf(employer)]} /> },
        ])}
      />
    </>
  )
}
