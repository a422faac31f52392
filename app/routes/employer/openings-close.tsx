import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { close } from '#app/features/opportunities/close.server.ts'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { closeSchema } from '#app/features/opportunities/schema.ts'
import { canHappen, tooLate } from '#app/features/opportunities/status.ts'
import { closeReasons } from '#app/features/opportunities/vocabulary.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict } from '#app/platform/errors.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Close this opening – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row } = await draftById(ctx, args.params.id ?? '')
    if (!canHappen('close', row.state)) throw new Conflict(tooLate(row.state))
    return { id: row.id, title: row.title }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await close(ctx, { id, ...parseForm(form, closeSchema) })
    return redirectDone(args, `/employer/openings/${id}`, 'closed')
  })
}

export default function Page() {
  const { id, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused && 'errors' in refused ? refused.errors : undefined
  return (
    <>
      <BackLink href={`/employer/openings/${id}`}>Back</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Close this opening" caption={title} />
      <p className="govuk-body">
        Nobody new will find it. People you have been introduced to stay with you, and will read
        that it is closed to others. You can open it again later.
      </p>
      <Form>
        <RadioField
          name="reason"
          legend="What happened?"
          options={closeReasons}
          error={errors?.reason}
        />
        <SubmitButton tone="warning">Close this opening</SubmitButton>
      </Form>
    </>
  )
}
