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
import { NoteList } from '#app/components/opening/note-list.tsx'
import { OpeningAnswers } from '#app/components/opening/opening-answers.tsx'
import { approve } from '#app/features/opportunities/approve.server.ts'
import { fieldsToRead } from '#app/features/opportunities/answer-text.ts'
import { sectionTitle } from '#app/features/opportunities/fields.ts'
import { reviewItem } from '#app/features/opportunities/queries.server.ts'
import { returnWithNotes } from '#app/features/opportunities/return-with-notes.server.ts'
import { statusFor } from '#app/features/opportunities/status.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import { wordingWarnings } from '#app/features/opportunities/wording-warnings.ts'
import { redirectDone } from '#app/http/done.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Invalid } from '#app/platform/errors.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title ?? 'Review an opening'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row, employer, notes, payWarning } = await reviewItem(ctx, args.params.id ?? '')
    return {
      row,
      notes,
      payWarning,
      employerName: employer.name,
      isApproved: employer.approvedAt !== null,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const decision = form.get('decision')
    if (decision === 'approve') {
      // Nobody would read them: the opening does not go back.
      if (notesIn(form).some(({ note }) => note.trim() !== ''))
        throw new Invalid({ '': ['Send it back with your notes, or empty them to approve it'] })
      await approve(ctx, { id })
    } else if (decision === 'return') await returnWithNotes(ctx, { id, notes: notesIn(form) })
    else throw new Invalid({ '': ['Choose what to do with this opening'] })
    return redirectDone(args, '/office/review', decision === 'approve' ? 'approved' : 'returned')
  })
}

export default function Page() {
  const { row, notes, payWarning, employerName, isApproved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const warnings = [
    ...wordingWarnings(`${row.title}\n${row.summary}`),
    ...(payWarning ? [payWarning] : []),
  ]
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
      <NoteList heading="What you asked for last time" notes={notes} />
      {row.state === 'submitted' ? <Decide /> : <OpeningAnswers row={row} />}
    </>
  )
}

function Decide() {
  const { row } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors, values } =
    refused && 'errors' in refused ? refused : { errors: undefined, values: undefined }
  return (
    <Form>
      <OpeningAnswers
        row={row}
        below={(section) => (
          <Details
            summaryText={`Notes on “${sectionTitle(section, row.kind)}”`}
            open={Boolean(values)}
            key={section}
          >
            {fieldsToRead(section, row).map(({ name, label }) => (
              <TextAreaField
                key={name}
                name={`note-${name}`}
                label={label}
                rows={2}
                error={errors?.[`note-${name}`]}
                defaultValue={String(values?.[`note-${name}`] ?? '')}
              />
            ))}
          </Details>
        )}
      />
      <h2 className="govuk-heading-m">Your decision</h2>
      <p className="govuk-body">
        Approving makes it live at once, and people can find it. To send it back, write a note on
        each answer that needs changing, under that part.
      </p>
      <div className="govuk-button-group">
        <SubmitButton name="decision" value="approve">
          Approve and make live
        </SubmitButton>
        <SubmitButton name="decision" value="return" tone="secondary">
          Send back with these notes
        </SubmitButton>
      </div>
    </Form>
  )
}

function notesIn(form: FormData) {
  return [...form].flatMap(([name, value]) =>
    name.startsWith('note-') && typeof value === 'string'
      ? [{ field: name.slice('note-'.length), note: value }]
      : [],
  )
}
