import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { reopen } from '#app/features/opportunities/reopen.server.ts'
import { reopenSchema } from '#app/features/opportunities/schema.ts'
import { canHappen, tooLate } from '#app/features/opportunities/status.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Open it again – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row } = await draftById(ctx, args.params.id ?? '')
    if (!canHappen('reopen', row.state)) throw new Conflict(tooLate(row.state))
    return { id: row.id, title: row.title }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await reopen(ctx, { id, closesOn: checkedDay(parseForm(form, reopenSchema), 'closesOn') })
    return redirectDone(args, `/employer/openings/${id}`, 'reopened')
  })
}

export default function Page() {
  const { id, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors, values } =
    refused && 'errors' in refused ? refused : { errors: undefined, values: undefined }
  return (
    <>
      <BackLink href={`/employer/openings/${id}`}>Back</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Open it again" caption={title} />
      <p className="govuk-body">People will find it again, with the words the office approved.</p>
      <Form>
        <DateField
          name="closesOn"
          legend="New last day to show interest"
          hint="For example, 31 3 2027"
          error={errors?.closesOn}
          defaultValue={typedDay(values, 'closesOn')}
        />
        <SubmitButton>Make it live again</SubmitButton>
      </Form>
    </>
  )
}
