import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { addArea } from '#app/features/programmes/parts.server.ts'
import { listDistrictsNow } from '#app/features/districts/queries.server.ts'
import { newAreaSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add an area – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    ...(await getHead(ctx, args.params.id ?? '')),
    districts: await listDistrictsNow(ctx),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await addArea(ctx, { programmeId: id, ...parseForm(form, newAreaSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title, districts } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add an area"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      button="Add this area"
      questions={[
        {
          name: 'districtId',
          label: 'District',
          control: 'list',
          emptyLabel: 'Choose a district',
          options: districts.map((one) => ({ value: one.id, label: one.name })),
        },
        { name: 'startsOn', label: 'From which day, if it is known', control: 'day' },
      ]}
    >
      <p className="govuk-body">
        If it is not in the list,{' '}
        <a className="govuk-link" href="/office/districts/new">
          add the district first
        </a>
        .
      </p>
    </QuestionPage>
  )
}
