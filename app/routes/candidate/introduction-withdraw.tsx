import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { withdraw } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you want to take it back? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForCandidate(ctx, args.params.id)
    if (!view.can.includes('withdraw')) throw redirect(`/me/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await withdraw(ctx, { introductionId: id })
    return redirect(`/me/introductions/${id}?done=withdraw`, 303)
  })
}

export default function Page() {
  const { id, opening, ifTakenBack, stage, mentor } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title="Do you want to take it back?"
      caption={opening.title}
      back={`/me/introductions/${id}`}
      told={ifTakenBack}
      button="Yes, take it back"
      tone="warning"
    >
      {mentor && (stage === 'accepted' || stage === 'started') && (
        <WarningText>
          Talk to your mentor first: {mentor.name}, <PhoneLink number={mentor.phone} />.
        </WarningText>
      )}
    </AskPage>
  )
}
