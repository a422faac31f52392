import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listSightings } from '#app/features/candidates/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDateAndTime } from '#app/platform/clock.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Who saw what – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => listSightings(ctx))
}

export default function Page() {
  const sightings = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Who saw what" />
      <p className="govuk-body">
        Each time somebody was shown or read something about you, it is written here. It stays here
        when you take an introduction back. Your name also stands in the lists of your mentors and
        of the office. Each look at a list is kept too, but not written here.
      </p>
      {sightings.length === 0 ? (
        <EmptyState title="Nobody has seen anything yet">
          <p className="govuk-body">
            Look here again after you have said yes to an introduction. If something here looks
            wrong, tell your mentor.
          </p>
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption="Newest first"
          captionClasses="govuk-table__caption--s"
          head={[{ text: 'When' }, { text: 'Who' }, { text: 'What' }]}
          rows={sightings.map(({ at, who, what }) => [
            { text: longDateAndTime(at) },
            { text: who },
            { text: what },
          ])}
        />
      )}
    </>
  )
}
