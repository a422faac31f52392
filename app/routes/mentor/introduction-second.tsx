import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SecondApprovalPage } from '#app/components/introduction/second-approval-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { secondApprove } from '#app/features/introductions/commands.server.ts'
import { keySchema } from '#app/features/introductions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Give the second approval – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('second_approve')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    const { state } = await secondApprove(ctx, {
      introductionId: id,
      ...parseForm(form, keySchema),
    })
    const done = state === 'introduced' ? 'shared' : 'approve'
    return redirect(`/mentor/introductions/${id}?done=${done}`, 303)
  })
}

export default function Page() {
  const { id, person, opening, employerName, words, checks, mayTouchKeptApart } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SecondApprovalPage
      personName={person.name}
      title={opening.title}
      employerName={employerName}
      words={words}
      checks={checks}
      mayTouchKeptApart={mayTouchKeptApart}
      back={`/mentor/introductions/${id}`}
      errors={refused?.errors}
    />
  )
}
