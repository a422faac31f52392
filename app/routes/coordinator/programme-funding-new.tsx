import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { addFunding } from '#app/features/programmes/parts.server.ts'
import { fundingQuestions } from '#app/features/programmes/questions.ts'
import { newFundingSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add money – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getHead(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await addFunding(ctx, { programmeId: id, ...parseForm(form, newFundingSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add money"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      button="Add this money"
      questions={fundingQuestions}
    />
  )
}
