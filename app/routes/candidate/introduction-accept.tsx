import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { acceptOffer } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you say yes to this offer? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForCandidate(ctx, args.params.id)
    if (!view.can.includes('accept_offer')) throw redirect(`/me/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await acceptOffer(ctx, { introductionId: id })
    return redirect(`/me/introductions/${id}?done=accept`, 303)
  })
}

export default function Page() {
  const { id, opening, employerName } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title="Do you say yes to this offer?"
      caption={opening.title}
      back={`/me/introductions/${id}`}
      told={[
        `${employerName} and your mentor will be told that you said yes.`,
        'One place is kept for you.',
        'You can still take it back later.',
      ]}
      button="Yes, I accept the offer"
    />
  )
}
