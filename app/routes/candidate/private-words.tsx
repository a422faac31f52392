import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SavedElsewhere } from '#app/components/form/saved-elsewhere.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { getOwn } from '#app/features/candidates/queries.server.ts'
import { statementSchema } from '#app/features/disclosure/schema.ts'
import { findStatement, saveStatement } from '#app/features/disclosure/statement.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

// A title is kept in the browser's history, and does not say what the words are about.
export const meta = () => [{ title: 'In your own words – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => findStatement(ctx, (await getOwn(ctx)).id))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, statementSchema)
    await saveStatement(ctx, { candidateId: (await getOwn(ctx)).id, ...input })
    return redirect('/me/private', 303)
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const typed = (name: string) => [refused?.values[name] ?? ''].flat()[0]
  return (
    <>
      <BackLink href="/me/private" />
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="In your own words" />
      <p className="govuk-body">
        You do not have to do this. Nobody asks you to, and no employer reads it. It can help you
        find the words for when you want to tell somebody.
      </p>
      {errors.version && (
        <SavedElsewhere rows={[{ name: 'Your words', value: saved?.words ?? 'Nothing' }]} />
      )}
      <Form>
        <input type="hidden" name="version" value={saved?.version ?? 0} />
        <TextAreaField
          name="words"
          label="What would you like to say about your past?"
          hint="You can change it or delete it whenever you like"
          rows={8}
          spellCheck
          error={errors.words}
          defaultValue={refused ? typed('words') : saved?.words}
        />
        <RadioField
          name="share"
          legend="May your mentor read it?"
          options={[
            { value: 'yes', label: 'Yes', hint: 'They give a reason each time, and you see it' },
            { value: 'no', label: 'No' },
          ]}
          error={errors.share}
          defaultValue={refused ? typed('share') : saved && (saved.isShared ? 'yes' : 'no')}
        />
        <SubmitButton>Save my words</SubmitButton>
      </Form>
    </>
  )
}
