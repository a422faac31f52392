import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { addSource } from '#app/features/programmes/parts.server.ts'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import { sourceKinds } from '#app/features/programmes/vocabulary.ts'
import { newSourceSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add where people come from – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    ...(await getHead(ctx, args.params.id ?? '')),
    organisations: await listOrganisations(ctx),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await addSource(ctx, { programmeId: id, ...parseForm(form, newSourceSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title, organisations } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add where people come from"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      button="Add this source"
      questions={[
        {
          name: 'kind',
          label: 'Where do people come from?',
          control: 'list',
          emptyLabel: 'Choose one',
          options: sourceKinds,
        },
        {
          name: 'label',
          label: 'What is it called?',
          hint: 'Like “DWP work coach”',
          control: 'line',
        },
        {
          name: 'organisationId',
          label: 'Which organisation is it?',
          control: 'list',
          emptyLabel: 'None in particular',
          options: organisations.map((one) => ({ value: one.id, label: one.name })),
        },
        { name: 'startsOn', label: 'From which day, if it is known', control: 'day' },
      ]}
    />
  )
}
