import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SavedElsewhere } from '#app/components/form/saved-elsewhere.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { saveProfile } from '#app/features/candidates/commands.server.ts'
import { getOwn, getProfile } from '#app/features/candidates/queries.server.ts'
import { profileSchema } from '#app/features/candidates/schema.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'My profile – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => getProfile(ctx, (await getOwn(ctx)).id))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, profileSchema)
    await saveProfile(ctx, { candidateId: (await getOwn(ctx)).id, ...input })
    return redirectDone(args, '/me', 'profile')
  })
}

const questions = [
  {
    name: 'strengths',
    label: 'What are you good at?',
    hint: 'What would a friend say about you? You could start with “I am…”',
  },
  {
    name: 'skills',
    label: 'Skills and tickets',
    hint: 'Courses, certificates, licences, languages, tools you can use',
  },
  {
    name: 'experience',
    label: 'What have you done?',
    hint: 'Paid or not. Leave out names and places that you want to keep to yourself',
  },
] as const

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="My profile" />
      <InsetText>
        These are your own words. Do not put your name in them. Nobody outside sees them until you
        say yes to one employer and one opening, and your mentor has agreed.
      </InsetText>
      {errors.version && (
        <SavedElsewhere
          rows={questions.map(({ name, label }) => ({ name: label, value: saved[name] }))}
        />
      )}
      <Form>
        <input type="hidden" name="version" value={saved.version} />
        {questions.map(({ name, label, hint }) => (
          <TextAreaField
            key={name}
            name={name}
            label={label}
            hint={hint}
            rows={5}
            spellCheck
            error={errors[name]}
            defaultValue={refused ? [refused.values[name] ?? ''].flat()[0] : saved[name]}
          />
        ))}
        <SubmitButton>Save my profile</SubmitButton>
      </Form>
    </>
  )
}
