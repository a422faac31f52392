import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getFunding } from '#app/features/programmes/part-queries.server.ts'
import { saveFunding } from '#app/features/programmes/parts.server.ts'
import { fundingQuestions } from '#app/features/programmes/questions.ts'
import { fundingSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change this money – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getFunding(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const programmeId = await saveFunding(ctx, { id, ...parseForm(form, fundingSchema) })
    return redirect(`/office/programmes/${programmeId}`, 303)
  })
}

export default function Page() {
  const { funding, title } = useLoaderData<typeof loader>()
  const { funder, startsOn, endsOn, amountPence, note } = funding
  return (
    <QuestionPage
      title="Change this money"
      caption={title}
      back={{ href: `/office/programmes/${funding.programmeId}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={funding.version}
      button="Save"
      saved={{ funder, startsOn, endsOn, note, amount: amountPence && amountPence / 100 }}
      questions={fundingQuestions}
    />
  )
}
