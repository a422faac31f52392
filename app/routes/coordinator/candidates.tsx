import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listCandidates } from '#app/features/candidates/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Candidates – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const search = (new URL(args.request.url).searchParams.get('reference') ?? '').trim().slice(0, 20)
  return read(args, handle, async (ctx) => ({ search, ...(await listCandidates(ctx, search)) }))
}

export default function Page() {
  const { search, rows, hasMore } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Candidates" />
      <p className="govuk-body">
        <a className="govuk-link" href="/office/candidates/new">
          Enrol a person in a programme
        </a>
      </p>
      <Form method="get">
        <TextField
          name="reference"
          label="Find by reference"
          hint="Like TG-1001. Names are never put in an address"
          width={10}
          spellCheck={false}
          defaultValue={search}
        />
        <SubmitButton tone="secondary">Find</SubmitButton>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title={search ? 'Nobody has that reference' : 'Nobody is enrolled yet'}>
          <p className="govuk-body">
            {search ? (
              <a className="govuk-link" href="/office/candidates">
                Show everybody
              </a>
            ) : (
              'Enrol the first person to begin.'
            )}
          </p>
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption={hasMore ? `The first ${rows.length}` : `${rows.length} people`}
          captionClasses="govuk-table__caption--s"
          head={[
            { text: 'Name' },
            { text: 'Reference' },
            { text: 'Programme' },
            { text: 'Mentor' },
            { text: 'Area' },
          ]}
          rows={rows.map((person) => [
            {
              text: (
                <a className="govuk-link" href={`/office/candidates/${person.id}`}>
                  {person.fullName}
                </a>
              ),
            },
            { text: person.reference },
            { text: person.programmes ?? 'None now' },
            { text: person.mentorName ?? <StatusTag label="No mentor" tone="problem" /> },
            { text: person.outcode ?? 'Not known' },
          ])}
        />
      )}
    </>
  )
}
