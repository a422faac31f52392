import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { saveDistrict } from '#app/features/districts/commands.server.ts'
import { getDistrict } from '#app/features/districts/queries.server.ts'
import { districtSchema } from '#app/features/districts/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change a district – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getDistrict(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await saveDistrict(ctx, { id, ...parseForm(form, districtSchema) })
    return redirect('/office/districts', 303)
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const { code, name, startsOn, endsOn, successor } = saved
  return (
    <QuestionPage
      title="Change a district"
      caption={name}
      back={{ href: '/office/districts', text: 'Districts' }}
      refused={useActionData<typeof action>()}
      version={saved.version}
      button="Save"
      saved={{ code, name, startsOn, endsOn, successor }}
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
    />
  )
}
