import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { organisationKinds } from '#app/features/organisations/kinds.ts'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Organisations – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listOrganisations)
}

export default function Page() {
  const organisations = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/office/programmes">Programmes</BackLink>
      <PageHeading title="Organisations" />
      <p className="govuk-body">
        Partners that run, own or refer to programmes. Employers have a page of their own.{' '}
        <a className="govuk-link" href="/office/organisations/new">
          Add an organisation
        </a>
      </p>
      {organisations.length === 0 ? (
        <EmptyState title="No organisations yet">Add the first one.</EmptyState>
      ) : (
        <Table
          isStacked
          caption="Organisations, by name"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Name' }, { text: 'What it is' }, { text: 'Ends' }]}
          rows={organisations.map(({ id, name, kind, endsOn }) => [
            {
              text: (
                <a className="govuk-link" href={`/office/organisations/${id}`}>
                  {name}
                </a>
              ),
            },
            { text: labelOf(organisationKinds, kind) },
            { text: endsOn ? longDate(endsOn) : 'No day known' },
          ])}
        />
      )}
    </>
  )
}
