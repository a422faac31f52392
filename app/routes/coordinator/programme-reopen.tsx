import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { reopenProgramme } from '#app/features/programmes/commands.server.ts'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { reopenSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Open this programme again – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getHead(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await reopenProgramme(ctx, { id, ...parseForm(form, reopenSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Open this programme again"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={programme.version}
      button="Open this programme again"
      questions={[]}
    >
      <p className="govuk-body">
        Its last day and what came after it are taken away. People can be enrolled again while it is
        paid for. Everything else stays as it is.
      </p>
    </QuestionPage>
  )
}
