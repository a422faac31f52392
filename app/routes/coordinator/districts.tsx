import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listDistricts } from '#app/features/districts/queries.server.ts'
import { spanOf } from '#app/features/programmes/wording.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Districts – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listDistricts)
}

export default function Page() {
  const districts = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/office/programmes">Programmes</BackLink>
      <PageHeading title="Districts" />
      <p className="govuk-body">
        Councils change. One that has gone stays here, with its last day and what came after it.{' '}
        <a className="govuk-link" href="/office/districts/new">
          Add a district
        </a>
      </p>
      {districts.length === 0 ? (
        <EmptyState title="No districts yet">Add the first one.</EmptyState>
      ) : (
        <Table
          isStacked
          caption="Districts, by name"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Name' }, { text: 'Code' }, { text: 'When' }, { text: 'After it' }]}
          rows={districts.map(({ id, code, name, startsOn, endsOn, successor }) => [
            {
              text: (
                <a className="govuk-link" href={`/office/districts/${id}`}>
                  {name}
                </a>
              ),
            },
            { text: code },
            { text: spanOf(startsOn, endsOn) },
            { text: successor || 'Nothing known' },
          ])}
        />
      )}
    </>
  )
}
