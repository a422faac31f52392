import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { OpeningField } from '#app/components/opening/opening-field.tsx'
import { OpeningFields } from '#app/components/opening/opening-fields.tsx'
import { formAnswers } from '#app/features/opportunities/answers.ts'
import { fieldsOf, isSectionName, sectionTitle } from '#app/features/opportunities/fields.ts'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { saveSection, StaleSave } from '#app/features/opportunities/save-section.server.ts'
import { isEditable, tooLate } from '#app/features/opportunities/status.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { redirectDone } from '#app/http/done.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? sectionTitle(data.section, data.kind) : 'Your opening'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { section } = args.params
    if (!isSectionName(section)) throw new NotFound()
    const { row, notes } = await draftById(ctx, args.params.id ?? '')
    if (!isEditable(row.state)) throw new Conflict(tooLate(row.state))
    const fields = fieldsOf(section, row.kind)
    const stored = formAnswers(fields, row)
    return { id: row.id, section, kind: row.kind, version: row.version, stored, notes }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '', section } = args.params
    if (!isSectionName(section)) throw new NotFound()
    const { version, ...answers } = answersIn(form)
    try {
      await saveSection(ctx, { id, section, version: Number(version), form: answers })
    } catch (error) {
      if (!(error instanceof StaleSave)) throw error
      const { yours, theirs, message } = error
      return data({ stale: { yours, theirs, version: error.version, message } }, 409)
    }
    return redirectDone(args, `/employer/openings/${id}`, 'part')
  })
}

export default function Page() {
  const { id, section, kind, version, stored, notes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const stale = answer && 'stale' in answer ? answer.stale : undefined
  const refused = answer && 'errors' in answer ? answer : undefined
  const values = stale?.yours ?? refused?.values ?? stored
  const fields = fieldsOf(section, kind)
  return (
    <>
      <BackLink href={`/employer/openings/${id}`}>Back to the list</BackLink>
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading title={sectionTitle(section, kind)} />
      {stale && (
        <>
          <WarningText>{stale.message}</WarningText>
          <p className="govuk-body">
            Your answers are in the form. Under each that differs is what the other person saved.
            Send the form to keep yours, or go back to keep theirs.
          </p>
        </>
      )}
      <Form>
        {/* A form that was refused is still about the version it was filled in from. */}
        <input
          type="hidden"
          name="version"
          value={stale?.version ?? textOf(refused?.values.version) ?? version}
        />
        <OpeningFields
          fields={fields}
          isWrong={Boolean(refused ?? stale)}
          draw={(field) => {
            const asked = notes.find((one) => one.field === field.name)
            const theirs = stale && readable(field, stale.theirs)
            const differs = stale && theirs !== readable(field, stale.yours)
            return (
              <div key={field.name}>
                {asked && (
                  <InsetText>
                    The office says: {asked.note} {asked.isChanged && 'You have changed it since.'}
                  </InsetText>
                )}
                <OpeningField field={field} values={values} errors={refused?.errors} />
                {differs && <InsetText>The other person saved: {theirs || 'nothing'}</InsetText>}
              </div>
            )
          }}
        />
        <SubmitButton>{stale ? 'Save my answers instead' : 'Save this part'}</SubmitButton>
      </Form>
    </>
  )
}

type Typed = Record<string, string | string[] | undefined>

/** What the form sent, a value once as a text and more than once as a list. */
function answersIn(form: FormData): Typed {
  const answers: Typed = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).map(String)
    answers[name] = all.length === 1 ? all[0] : all
  }
  return answers
}

function readable(
  {
    name,
    control,
    options = [],
  }: { name: string; control: string; options?: readonly { value: string; label: string }[] },
  form: Typed,
): string {
  if (control === 'date')
    return ['day', 'month', 'year']
      .map((part) => form[`${name}-${part}`] ?? '')
      .join(' ')
      .trim()
  const value = form[name] ?? ''
  return [value]
    .flat()
    .map((one) => labelOf(options, one))
    .join(', ')
}

const textOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : undefined
