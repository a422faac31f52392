import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Details } from '#app/components/govuk/details.tsx'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { OpeningAnswers } from '#app/components/opening/opening-answers.tsx'
import { approve } from '#app/features/opportunities/approve.server.ts'
import { fieldsOf, sectionNames, sectionTitles } from '#app/features/opportunities/fields.ts'
import { reviewItem } from '#app/features/opportunities/queries.server.ts'
import { returnWithNotes } from '#app/features/opportunities/return-with-notes.server.ts'
import { reviewSchema } from '#app/features/opportunities/schema.ts'
import { statusFor } from '#app/features/opportunities/status.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import { wordingWarnings } from '#app/features/opportunities/wording-warnings.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title ?? 'Review an opening'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row, employer } = await reviewItem(ctx, args.params.id ?? '')
    return { row, employerName: employer.name, isApproved: employer.approvedAt !== null }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const { decision } = parseForm(form, reviewSchema)
    if (decision === 'approve') await approve(ctx, { id })
    else await returnWithNotes(ctx, { id, notes: notesIn(form) })
    return redirect('/office/review', 303)
  })
}

export default function Page() {
  const { row, employerName, isApproved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const warnings = wordingWarnings(`${row.title}\n${row.summary}`)
  return (
    <>
      <BackLink href="/office/review">Openings to review</BackLink>
      <ErrorSummaryBox errors={refused && 'errors' in refused ? refused.errors : undefined} />
      <PageHeading title={row.title} caption={`${employerName}, ${labelOf(kinds, row.kind)}`} />
      <p className="govuk-body">
        <StatusTag {...statusFor('coordinator', row.state)} />
      </p>
      {!isApproved && <WarningText>This employer is not approved yet.</WarningText>}
      {warnings.map((warning) => (
        <WarningText key={warning}>{warning}</WarningText>
      ))}
      <OpeningAnswers row={row} />
      {row.state === 'submitted' && <Decide />}
    </>
  )
}

function Decide() {
  const { row } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors, values } =
    refused && 'errors' in refused ? refused : { errors: undefined, values: undefined }
  return (
    <>
      <h2 className="govuk-heading-m">Your decision</h2>
      <Form>
        <p className="govuk-body">Approving makes it live at once. People can find it.</p>
        <SubmitButton name="decision" value="approve">
          Approve and make live
        </SubmitButton>
      </Form>
      <Form>
        <p className="govuk-body">
          Or send it back. The employer reads each note beside the answer it is about.
        </p>
        {sectionNames.map((section) => (
          <Details
            summaryText={`Notes on “${sectionTitles[section]}”`}
            open={Boolean(values)}
            key={section}
          >
            {fieldsOf(section, row.kind).map((field) => (
              <TextAreaField
                key={field.name}
                name={`note-${field.name}`}
                label={field.label}
                rows={2}
                error={errors?.[`note-${field.name}`]}
                defaultValue={String(values?.[`note-${field.name}`] ?? '')}
              />
            ))}
          </Details>
        ))}
        <SubmitButton name="decision" value="return" tone="secondary">
          Send back with these notes
        </SubmitButton>
      </Form>
    </>
  )
}

function notesIn(form: FormData) {
  return [...form].flatMap(([name, value]) =>
    name.startsWith('note-') && typeof value === 'string'
      ? [{ field: name.slice('note-'.length), note: value }]
      : [],
  )
}
