import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { confirmStart } from '#app/features/introductions/commands.server.ts'
import { longDate } from '#app/platform/clock.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Confirm the start – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('confirm_start')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const id = introductionIdOf(args.params.id)
    await confirmStart(ctx, { introductionId: id })
    return redirect(`/mentor/introductions/${id}?done=confirmed`, 303)
  })
}

export default function Page() {
  const { id, person, opening, employerName, startedOn } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title={`Has ${person.name} started?`}
      caption={opening.title}
      back={`/mentor/introductions/${id}`}
      told={[
        `${employerName} and ${person.name} read that you have confirmed the start.`,
        'The start counts in the figures from now on.',
      ]}
      button="Yes, confirm the start"
      notNow="Not yet, go back"
    >
      {startedOn && (
        <p className="govuk-body">
          {employerName} says they started on {longDate(startedOn)}.
        </p>
      )}
    </AskPage>
  )
}
