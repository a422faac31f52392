import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import { createProgramme } from '#app/features/programmes/commands.server.ts'
import { newProgrammeSchema } from '#app/features/programmes/schema.ts'
import { programmeKinds } from '#app/features/programmes/vocabulary.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add a programme – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listOrganisations)
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = await createProgramme(ctx, parseForm(form, newProgrammeSchema))
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const organisations = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add a programme"
      back={{ href: '/office/programmes', text: 'Programmes' }}
      refused={useActionData<typeof action>()}
      button="Add this programme"
      questions={[
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'kind', label: 'What kind is it?', control: 'choice', options: programmeKinds },
        {
          name: 'operatorId',
          label: 'Who runs it?',
          control: 'list',
          emptyLabel: 'Choose an organisation',
          options: organisations.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
    >
      <p className="govuk-body">
        If the organisation is not in the list,{' '}
        <a className="govuk-link" href="/office/organisations/new">
          add it first
        </a>
        . Rules, money and areas are asked on pages of their own.
      </p>
    </QuestionPage>
  )
}
