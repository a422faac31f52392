import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import { saveAbout } from '#app/features/programmes/commands.server.ts'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { aboutSchema } from '#app/features/programmes/schema.ts'
import { datePrecisions } from '#app/features/programmes/vocabulary.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change what it is – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    ...(await getHead(ctx, args.params.id ?? '')),
    organisations: await listOrganisations(ctx),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await saveAbout(ctx, { id, ...parseForm(form, aboutSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title, organisations } = useLoaderData<typeof loader>()
  const { name, description, operatorId, ownerId, startsOn, datesKnownTo } = programme
  const { publicSlug, employerWording, version } = programme
  const options = organisations.map((one) => ({ value: one.id, label: one.name }))
  return (
    <QuestionPage
      title="Change what it is"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={version}
      button="Save"
      saved={{
        ...{ name, description, operatorId, ownerId, startsOn, datesKnownTo },
        ...{ publicSlug, employerWording },
      }}
      questions={[
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'description', label: 'What does it do?', control: 'lines' },
        {
          ...{ name: 'operatorId', label: 'Who runs it?', control: 'list', options },
          emptyLabel: 'Choose an organisation',
        },
        {
          ...{ name: 'ownerId', label: 'Who owns it?', control: 'list', options },
          hint: 'Whoever asked for it, if that is somebody else',
          emptyLabel: 'Nobody else',
        },
        { name: 'startsOn', label: 'First day, if it is known', control: 'day' },
        {
          name: 'datesKnownTo',
          label: 'How exactly are its first and last day known?',
          control: 'choice',
          options: datePrecisions,
        },
        {
          name: 'publicSlug',
          label: 'Address of its public page',
          hint: 'Like way-to-work. Without one there is no public page',
          control: 'line',
        },
        {
          name: 'employerWording',
          label: 'Words that an employer may read about it',
          hint: 'Nothing that says why somebody is in it. Without words an employer reads nothing',
          control: 'lines',
        },
      ]}
    />
  )
}
