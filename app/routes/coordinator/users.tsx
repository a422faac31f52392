import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { listUsers } from '#app/features/accounts/list-users.server.ts'
import { findUsersSchema } from '#app/features/accounts/stop-schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { rolesInWords } from '#app/http/nav.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Users – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => listUsers(ctx))
}

/** Changes nothing: a search sent as a form, so that no name stands in an address. */
export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { words } = parseForm(form, findUsersSchema)
    return { words, found: await listUsers(ctx, words) }
  })
}

export default function Page() {
  const everybody = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer && 'errors' in answer ? answer.errors : undefined
  const search = answer && 'found' in answer ? answer : undefined
  const people = search?.found ?? everybody
  return (
    <>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Users" />
      <p className="govuk-body">
        <a className="govuk-link" href="/office/users/new">
          Invite somebody
        </a>
      </p>
      <Form role="search">
        <TextField
          name="words"
          label="Find by name, e-mail or employer"
          spellCheck={false}
          autoComplete="off"
          error={errors?.words}
          defaultValue={search?.words ?? ''}
        />
        <SubmitButton tone="secondary">Find</SubmitButton>
      </Form>
      {search && (
        <p className="govuk-body">
          <a className="govuk-link" href="/office/users">
            Show everybody
          </a>
        </p>
      )}
      {people.length === 0 ? (
        <EmptyState title="Nobody has that">Try a part of the name, or the address.</EmptyState>
      ) : (
        <Table
          isStacked
          caption={`${people.length} ${people.length === 1 ? 'person' : 'people'}`}
          captionClasses="govuk-table__caption--s"
          head={[{ text: 'Name' }, { text: 'E-mail' }, { text: 'Acts as' }]}
          rows={people.map(({ id, name, email, roles, disabledAt }) => [
            {
              text: (
                <>
                  <a className="govuk-link" href={`/office/users/${id}`}>
                    {name}
                  </a>
                  {disabledAt && ' (stopped)'}
                </>
              ),
            },
            { text: email },
            { text: rolesInWords(roles) },
          ])}
        />
      )}
    </>
  )
}
