import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { NoteList } from '#app/components/opening/note-list.tsx'
import { OpeningAnswers } from '#app/components/opening/opening-answers.tsx'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { isEditable, tooLate } from '#app/features/opportunities/status.ts'
import { submit } from '#app/features/opportunities/submit.server.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict } from '#app/platform/errors.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Check your answers – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row, notes, payWarning, isApproved } = await draftById(ctx, args.params.id ?? '')
    if (!isEditable(row.state)) throw new Conflict(tooLate(row.state))
    return { row, notes, payWarning, isApproved }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const { id = '' } = args.params
    await submit(ctx, { id })
    return redirect(`/employer/openings/${id}/sent`, 303)
  })
}

export default function Page() {
  const { row, notes, payWarning, isApproved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const base = `/employer/openings/${row.id}`
  return (
    <>
      <BackLink href={base}>Back to the list</BackLink>
      <ErrorSummaryBox errors={refused && 'errors' in refused ? refused.errors : undefined} />
      <PageHeading title="Check your answers" />
      <NoteList heading="The office asked you to change" notes={notes} />
      {notes.some(({ isChanged }) => isChanged === false) && (
        <WarningText>
          Not all of it has been changed. You can send it in as it is, but it may come back again.
        </WarningText>
      )}
      {payWarning && <WarningText>{payWarning}</WarningText>}
      <OpeningAnswers row={row} changePath={(section) => `${base}/${section}`} />
      {isApproved ? (
        <Form>
          <p className="govuk-body">
            The office reads it before anybody else does. You cannot change it while they check it.
          </p>
          <SubmitButton>Send it to the office</SubmitButton>
        </Form>
      ) : (
        <InsetText>
          The office is still checking your organisation. Your draft is kept; you can send it in
          once it is approved.
        </InsetText>
      )}
    </>
  )
}
