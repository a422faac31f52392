import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getStandingForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { meet } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Would you like to meet this person? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getStandingForEmployer(ctx, args.params.id)
    if (!view.can.includes('meet')) throw redirect(`/employer/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await meet(ctx, { introductionId: id })
    return redirect(`/employer/introductions/${id}?done=meet`, 303)
  })
}

export default function Page() {
  const { id, reference, opening } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title="Would you like to meet this person?"
      caption={`${reference}, ${opening.title}`}
      back={`/employer/introductions/${id}`}
      toldHeading="What happens if you say yes"
      told={[
        'You see the person’s name, and their mentor’s name and number. Agree a day through the mentor.',
        'The person and their mentor read: “The employer would like to meet you.”',
        'Seeing the name is kept on record, and the person can see that you did.',
      ]}
      button="Yes, we would like to meet"
    />
  )
}
