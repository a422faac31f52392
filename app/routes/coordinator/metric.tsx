import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getMetric } from '#app/features/programmes/metric-queries.server.ts'
import { saveMetric } from '#app/features/programmes/metrics.server.ts'
import { metricQuestions } from '#app/features/programmes/questions.ts'
import { metricSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change what is counted – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getMetric(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const programmeId = await saveMetric(ctx, { id, ...parseForm(form, metricSchema) })
    return redirect(`/office/programmes/${programmeId}`, 303)
  })
}

export default function Page() {
  const { metric, programme, hasValues } = useLoaderData<typeof loader>()
  const { name, definition, kind, unit, countedOver, followUpMonths, target } = metric
  return (
    <QuestionPage
      title="Change what is counted"
      caption={programme}
      back={{ href: `/office/programmes/${metric.programmeId}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={metric.version}
      button="Save"
      saved={{
        ...{ name, definition, kind, unit, followUpMonths, target },
        countedOver: countedOver ?? 'none',
      }}
      questions={metricQuestions}
    >
      {hasValues && (
        <p className="govuk-body">
          It has numbers, so only the target can be changed: what they mean must not change behind
          them.
        </p>
      )}
    </QuestionPage>
  )
}
