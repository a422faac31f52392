import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listLongWaiting } from '#app/features/introductions/waiting.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Waiting for more than a week – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listLongWaiting)
}

export default function Page() {
  const waiting = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/office">Office</BackLink>
      <PageHeading title="Waiting for more than a week" />
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits that long">
          Introductions appear here when the same person has been waited for over a week.
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption="The longest wait first"
          head={[
            { text: 'Person' },
            { text: 'Opening' },
            { text: 'Whose turn it is' },
            { text: 'Since' },
            { text: 'Mentor' },
          ]}
          rows={waiting.map((one) => [
            { text: <a href={`/office/candidates/${one.candidateId}`}>{one.reference}</a> },
            { text: one.title },
            { text: one.who },
            { text: one.since ? longDate(one.since) : '' },
            { text: one.mentorName ? `${one.mentorName}, ${one.mentorPhone}` : 'Nobody now' },
          ])}
        />
      )}
    </>
  )
}
