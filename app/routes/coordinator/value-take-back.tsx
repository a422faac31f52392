import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { getValue } from '#app/features/programmes/metric-queries.server.ts'
import { takeBackValue } from '#app/features/programmes/metrics.server.ts'
import { boundedNumber, spanOf } from '#app/features/programmes/wording.ts'
import { takeBackSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Take this number back – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getValue(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const programmeId = await takeBackValue(ctx, { id, ...parseForm(form, takeBackSchema) })
    return redirect(`/office/programmes/${programmeId}`, 303)
  })
}

export default function Page() {
  const { value, metric, programme } = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Take this number back"
      caption={`${metric.name}: ${programme}`}
      back={{ href: `/office/programmes/${metric.programmeId}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={value.version}
      button="Take this number back"
      tone="warning"
      questions={[{ name: 'reason', label: 'Why?', control: 'line' }]}
    >
      <p className="govuk-body">
        {boundedNumber(value.value, value.bound)}, {spanOf(value.periodFrom, value.periodTo)}. It
        stays on record with your reason, and is shown to the board no more.
      </p>
    </QuestionPage>
  )
}
