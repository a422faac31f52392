import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getMetric } from '#app/features/programmes/metric-queries.server.ts'
import { enterValue } from '#app/features/programmes/metrics.server.ts'
import { valueQuestions } from '#app/features/programmes/questions.ts'
import { valueSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Enter a number – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getMetric(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const programmeId = await enterValue(ctx, { metricId: id, ...parseForm(form, valueSchema) })
    return redirect(`/office/programmes/${programmeId}`, 303)
  })
}

export default function Page() {
  const { metric, programme } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Enter a number"
      caption={`${metric.name}: ${programme}`}
      back={{ href: `/office/programmes/${metric.programmeId}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      button="Enter this number"
      saved={{ bound: 'exact' }}
      questions={valueQuestions}
    >
      <p className="govuk-body">What counts: {metric.definition}</p>
    </QuestionPage>
  )
}
