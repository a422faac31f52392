import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { addDistrict } from '#app/features/districts/commands.server.ts'
import { listDistricts } from '#app/features/districts/queries.server.ts'
import { newDistrictSchema } from '#app/features/districts/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add a district – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listDistricts)
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    await addDistrict(ctx, parseForm(form, newDistrictSchema))
    return redirect('/office/districts', 303)
  })
}

export default function Page() {
  const all = useLoaderData<typeof loader>()
  return (
    <QuestionPage
      title="Add a district"
      back={{ href: '/office/districts', text: 'Districts' }}
      refused={useActionData<typeof action>()}
      button="Add this district"
      questions={[
        {
          name: 'code',
          label: 'Code',
          hint: 'The one it is known by everywhere, like E07000148',
          control: 'line',
        },
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'startsOn', label: 'First day, if it is known', control: 'day' },
        { name: 'endsOn', label: 'Last day, if it ends', control: 'day' },
        { name: 'successor', label: 'What comes after it?', control: 'line' },
      ]}
    >
      {all.length > 0 && (
        <p className="govuk-body">There already: {all.map(({ name }) => name).join(', ')}.</p>
      )}
    </QuestionPage>
  )
}
