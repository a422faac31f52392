import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { reviewQueue } from '#app/features/opportunities/queries.server.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Openings to review – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, reviewQueue)
}

export default function Page() {
  const queue = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Openings to review" />
      {queue.length === 0 ? (
        <EmptyState title="Nothing to review">
          Openings appear here when an employer sends them in.
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption="The longest wait first"
          head={[{ text: 'Opening' }, { text: 'Kind' }, { text: 'Employer' }, { text: 'Sent in' }]}
          rows={queue.map((one) => [
            { text: <a href={`/office/review/${one.id}`}>{one.title}</a> },
            { text: labelOf(kinds, one.kind) },
            { text: one.employerName },
            { text: one.submittedAt ? longDate(one.submittedAt) : '' },
          ])}
        />
      )}
    </>
  )
}
