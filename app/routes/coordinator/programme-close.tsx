import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { closeProgramme } from '#app/features/programmes/commands.server.ts'
import { getForOffice, listSuccessors } from '#app/features/programmes/queries.server.ts'
import { closeProgrammeSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Close this programme – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { id = '' } = args.params
    const { programme, operator, enrolled } = await getForOffice(ctx, id)
    const others = (await listSuccessors(ctx)).filter((one) => one.id !== id)
    return { programme, operator, enrolled, others }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await closeProgramme(ctx, { id, ...parseForm(form, closeProgrammeSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, operator, enrolled, others } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Close this programme"
      caption={[programme.name, operator].filter(Boolean).join(', ')}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={programme.version}
      button="Close this programme"
      tone="warning"
      questions={[
        { name: 'closedOn', label: 'Its last day', control: 'day' },
        {
          name: 'successorId',
          label: 'Which programme goes on in its place?',
          control: 'list',
          emptyLabel: 'None',
          options: others.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]}
    >
      <ul className="govuk-list govuk-list--bullet">
        <li>Nobody new can be enrolled after its last day.</li>
        <li>
          {enrolled === 0
            ? 'Nobody is in it now.'
            : `People who are in it now: ${enrolled}. They stay in it, with their mentor, until the office or the mentor ends their support.`}
        </li>
        <li>Its money, areas, sources and numbers stay on record and can be read.</li>
        <li>Its public page, if it has one, says that it is closed.</li>
        <li>You can open it again.</li>
      </ul>
    </QuestionPage>
  )
}
