import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { withdraw } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you want to take this introduction back? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('withdraw')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await withdraw(ctx, { introductionId: id })
    return redirect(`/mentor/introductions/${id}?done=revoke`, 303)
  })
}

export default function Page() {
  const { id, opening, ifTakenBack } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title="Do you want to take this introduction back?"
      caption={opening.title}
      back={`/mentor/introductions/${id}`}
      told={ifTakenBack}
      button="Take it back"
      tone="warning"
    />
  )
}
