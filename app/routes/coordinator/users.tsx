import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listUsers } from '#app/features/accounts/list-users.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { roleName } from '#app/http/nav.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Users – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listUsers)
}

export default function Page() {
  const people = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Users" />
      <p className="govuk-body">
        <a className="govuk-link" href="/office/users/new">
          Invite somebody
        </a>
      </p>
      <Table
        isStacked
        caption={`${people.length} people can sign in`}
        captionClasses="govuk-table__caption--s"
        head={[{ text: 'Name' }, { text: 'E-mail' }, { text: 'Acts as' }]}
        rows={people.map(({ name, email, roles, disabledAt }) => [
          { text: disabledAt ? `${name} (switched off)` : name },
          { text: email },
          {
            text: roles
              .map(({ role, employer, isSafeguardingLead }) =>
                [roleName(role), employer, isSafeguardingLead && 'safeguarding lead']
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; '),
          },
        ])}
      />
    </>
  )
}
