import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getSource } from '#app/features/programmes/part-queries.server.ts'
import { endSource } from '#app/features/programmes/parts.server.ts'
import { endSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'End this source – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getSource(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const programmeId = await endSource(ctx, { id, ...parseForm(form, endSchema) })
    return redirect(`/office/programmes/${programmeId}`, 303)
  })
}

export default function Page() {
  const { source, title } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="End this source"
      caption={`${source.label}: ${title}`}
      back={{ href: `/office/programmes/${source.programmeId}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={source.version}
      button="End this source"
      tone="warning"
      questions={[{ name: 'endsOn', label: 'Last day', control: 'day' }]}
    >
      <p className="govuk-body">It stays on record, with its last day.</p>
    </QuestionPage>
  )
}
