import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Button } from '#app/components/govuk/button.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { contactsOf, employerById } from '#app/features/employers/queries.server.ts'
import { vettingSchema } from '#app/features/employers/schema.ts'
import { employerStatus, stateOf } from '#app/features/employers/status.ts'
import { vetEmployer } from '#app/features/employers/vet.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Employer'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const employer = await employerById(ctx, args.params.id ?? '')
    return { ...employer, contacts: await contactsOf(ctx, employer.id) }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, vettingSchema)
    await vetEmployer(ctx, { id: args.params.id ?? '', ...input })
    const done = input.decision === 'approve' ? 'employer-approved' : 'employer-refused'
    return redirectDone(args, '/office/employers', done)
  })
}

export default function Page() {
  const employer = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const row = (label: string, text: string | null) =>
    text ? { key: { text: label }, value: { text } } : null
  return (
    <>
      <BackLink href="/office/employers">Employers</BackLink>
      <ErrorSummaryBox errors={refused && 'errors' in refused ? refused.errors : undefined} />
      <PageHeading title={employer.name} />
      <p className="govuk-body">
        <StatusTag {...employerStatus[stateOf(employer)]} />
      </p>
      <SummaryList
        rows={[
          row('What it does', employer.description),
          row('First part of postcode', employer.outcode),
          row('Work phone', employer.workPhone),
          ...employer.contacts.map(({ id, name, email, disabledAt }) => ({
            key: { text: 'Acts for it' },
            value: {
              text: (
                <span key={id}>
                  {name}, <a href={`mailto:${email}`}>{email}</a>
                  {disabledAt && ' (stopped)'}
                </span>
              ),
            },
          })),
          row('Registered', longDate(employer.createdAt)),
          row('Approved', employer.approvedAt && longDate(employer.approvedAt)),
          row('Not approved', employer.refusedAt && longDate(employer.refusedAt)),
          row('Why not', employer.refusalReason),
        ]}
      />
      {stateOf(employer) === 'pending' && <Decide />}
      {stateOf(employer) === 'refused' && (
        <Button
          href={`/office/employers/${employer.id}/reconsider`}
          classes="govuk-button--secondary"
        >
          Approve it after all
        </Button>
      )}
    </>
  )
}

function Decide() {
  const { version } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors, values } =
    refused && 'errors' in refused ? refused : { errors: undefined, values: undefined }
  return (
    <Form>
      <input type="hidden" name="version" value={version} />
      <RadioField
        name="decision"
        legend="Your decision"
        options={[
          { value: 'approve', label: 'Approve', hint: 'It can send openings in from now on.' },
          { value: 'refuse', label: 'Do not approve', hint: 'It will read the reason below.' },
        ]}
        error={errors?.decision}
        defaultValue={String(values?.decision ?? '')}
      />
      <TextAreaField
        name="reason"
        label="Why not, if you do not approve"
        rows={3}
        error={errors?.reason}
        defaultValue={String(values?.reason ?? '')}
      />
      <SubmitButton>Save the decision</SubmitButton>
    </Form>
  )
}
