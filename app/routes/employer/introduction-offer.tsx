import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getStandingForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { offer } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you make this person an offer? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getStandingForEmployer(ctx, args.params.id)
    if (!view.can.includes('offer')) throw redirect(`/employer/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await offer(ctx, { introductionId: id })
    return redirect(`/employer/introductions/${id}?done=offer`, 303)
  })
}

export default function Page() {
  const { id, reference, opening } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title="Do you make this person an offer?"
      caption={`${reference}, ${opening.title}`}
      back={`/employer/introductions/${id}`}
      told={[
        'The person and their mentor read that you have made an offer for this opening.',
        'The place is taken once they say yes. Until then it is still open to others.',
        'An offer may depend on checks the law allows for this role. Say so to the mentor.',
      ]}
      button="Make the offer"
    />
  )
}
