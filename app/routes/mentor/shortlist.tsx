import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { shortlist } from '#app/features/introductions/propose.server.ts'
import { getShortlist } from '#app/features/mentors/queries.server.ts'
import { shortlistSchema } from '#app/features/mentors/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Put somebody forward – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getShortlist(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { candidateId } = parseForm(form, shortlistSchema)
    const { opening } = await getShortlist(ctx, args.params.id ?? '')
    const id = await shortlist(ctx, { candidateId, opportunityId: opening.id })
    return redirect(`/mentor/introductions/${id}`, 303)
  })
}

const marks: Record<string, string> = { true: '✓', false: '✗', null: '–' }

export default function Page() {
  const { opening, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const free = people.filter((person) => !person.introductionId && person.whyNot === null)
  const others = people.filter((person) => person.introductionId || person.whyNot !== null)
  return (
    <>
      <BackLink href={`/openings/${opening.id}`}>{opening.title}</BackLink>
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading
        caption={[opening.title, opening.employerName].filter(Boolean).join(', ')}
        title="Put somebody forward"
      />
      {free.length === 0 ? (
        <EmptyState title="Nobody to put forward for this one">
          <p className="govuk-body">
            Everybody you look after has an introduction already, or cannot be put forward now.{' '}
            <a className="govuk-link" href="/openings">
              Look at other openings
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <Form>
          <RadioField
            name="candidateId"
            legend="Who is it for?"
            hint="Those it fits best come first. The employer is told nothing now: the person says yes or no first, then you approve."
            options={free.map((person) => ({
              value: person.id,
              label: person.fullName,
              hint: person.reasons
                .map(({ isMet, text }) => `${marks[String(isMet)]} ${text}`)
                .join(' · '),
            }))}
            error={refused?.errors.candidateId}
            defaultValue={[refused?.values.candidateId ?? ''].flat()[0]}
          />
          <SubmitButton>Put forward</SubmitButton>
        </Form>
      )}
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Not now</h2>
          <ul className="govuk-list govuk-list--bullet">
            {others.map((person) => (
              <li key={person.id}>
                {person.fullName}:{' '}
                {person.introductionId ? (
                  <a className="govuk-link" href={`/mentor/introductions/${person.introductionId}`}>
                    has an introduction already
                  </a>
                ) : (
                  person.whyNot
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
