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
import { StaleReading } from '#app/features/opportunities/move.server.ts'
import { reviewItem } from '#app/features/opportunities/queries.server.ts'
import { returnWithNotes } from '#app/features/opportunities/return-with-notes.server.ts'
import { reviewSchema } from '#app/features/opportunities/schema.ts'
import { statusFor } from '#app/features/opportunities/status.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import { wordingWarnings } from '#app/features/opportunities/wording-warnings.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { Invalid } from '#app/platform/errors.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title ?? 'Review an opening'} – Throughgate` },
]

export const shouldRevalidate = alsoWhenRefused

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
    try {
      const { decision, version, ...typed } = parseForm(form, reviewSchema)
      const notes = notesIn(typed)
      if (decision === 'return') await returnWithNotes(ctx, { id, version, notes })
      // Nobody would read them: the opening does not go back.
      else if (notes.some(({ note }) => note.trim() !== ''))
        throw new Invalid({ '': ['Send it back with your notes, or empty them to approve it'] })
      else await approve(ctx, { id, version })
      return redirectDone(args, '/office/review', decision === 'approve' ? 'approved' : 'returned')
    } catch (error) {
      // The page is drawn again as the opening is now, with the notes that were typed.
      if (error instanceof StaleReading) return refused({ '': [error.message] }, form, 409)
      throw error
    }
  })
}

export default function Page() {
  const { row, notes, payWarning, employerName, isApproved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const warnings = [
    ...wordingWarnings(`${row.title}\n${row.summary}`),
    ...(payWarning ? [payWarning] : []),
  ]
  return (
    <>
      <BackLink href="/office/review">Openings to review</BackLink>
      <ErrorSummaryBox errors={answer && 'errors' in answer ? answer.errors : undefined} />
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
  const answer = useActionData<typeof action>()
  const { errors, values } =
    answer && 'errors' in answer ? answer : { errors: undefined, values: undefined }
  return (
    <Form>
      <input type="hidden" name="version" value={row.version} />
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

const notesIn = (typed: Record<string, unknown>) =>
  Object.entries(typed).flatMap(([name, note]) =>
    name.startsWith('note-') && typeof note === 'string'
      ? [{ field: name.slice('note-'.length), note }]
      : [],
  )
