import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { saveOrganisation } from '#app/features/organisations/commands.server.ts'
import { getOrganisation } from '#app/features/organisations/queries.server.ts'
import { organisationSchema } from '#app/features/organisations/schema.ts'
import { organisationKinds } from '#app/features/organisations/kinds.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change an organisation – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getOrganisation(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await saveOrganisation(ctx, { id, ...parseForm(form, organisationSchema) })
    return redirect('/office/organisations', 303)
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const { name, kind, endsOn, successor } = saved
  return (
    <QuestionPage
      title="Change an organisation"
      caption={name}
      back={{ href: '/office/organisations', text: 'Organisations' }}
      refused={useActionData<typeof action>()}
      version={saved.version}
      button="Save"
      saved={{ name, kind, endsOn, successor }}
      questions={[
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'kind', label: 'What is it?', control: 'choice', options: organisationKinds },
        {
          name: 'endsOn',
          label: 'Last day, if it ends',
          hint: 'Offices end. Leave it empty while nobody knows the day',
          control: 'day',
        },
        { name: 'successor', label: 'What comes after it?', control: 'line' },
      ]}
    />
  )
}
