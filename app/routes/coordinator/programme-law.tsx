import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { saveLaw } from '#app/features/programmes/commands.server.ts'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { lawSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change the law it works under – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getHead(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await saveLaw(ctx, { id, ...parseForm(form, lawSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

export default function Page() {
  const { programme, title } = useLoaderData<typeof loader>()
  const { lawfulBasis, schedule1Condition, retentionMonths } = programme
  return (
    <QuestionPage
      title="Change the law it works under"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={programme.version}
      button="Save"
      saved={{ lawfulBasis, schedule1Condition, retentionMonths }}
      questions={[
        {
          name: 'lawfulBasis',
          label: 'Lawful basis for keeping records',
          hint: 'Article 6 of the UK GDPR',
          control: 'lines',
        },
        {
          name: 'schedule1Condition',
          label: 'Condition for records about crime or health, if it keeps any',
          hint: 'Schedule 1 to the Data Protection Act 2018',
          control: 'lines',
        },
        {
          name: 'retentionMonths',
          label: 'How many months are records kept after somebody has left?',
          control: 'number',
        },
      ]}
    />
  )
}
