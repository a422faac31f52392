import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { addOrganisation } from '#app/features/organisations/commands.server.ts'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import { newOrganisationSchema } from '#app/features/organisations/schema.ts'
import { organisationKinds } from '#app/features/organisations/kinds.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add an organisation – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listOrganisations)
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    await addOrganisation(ctx, parseForm(form, newOrganisationSchema))
    return redirect('/office/organisations', 303)
  })
}

export default function Page() {
  const all = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add an organisation"
      back={{ href: '/office/organisations', text: 'Organisations' }}
      refused={useActionData<typeof action>()}
      button="Add this organisation"
      questions={[
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'kind', label: 'What is it?', control: 'choice', options: organisationKinds },
      ]}
    >
      {all.length > 0 && (
        <p className="govuk-body">There already: {all.map(({ name }) => name).join(', ')}.</p>
      )}
    </QuestionPage>
  )
}
