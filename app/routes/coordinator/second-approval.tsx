import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SecondApprovalPage } from '#app/components/introduction/second-approval-page.tsx'
import { secondApprove } from '#app/features/introductions/commands.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import { keySchema } from '#app/features/introductions/schema.ts'
import { getForLead } from '#app/features/introductions/second-approval.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Give the second approval – Throughgate' }]

const LIST = '/office/second-approvals'

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForLead(ctx, args.params.id)
    if (!view.can.includes('second_approve')) throw redirect(LIST)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const introductionId = introductionIdOf(args.params.id)
    await secondApprove(ctx, { introductionId, ...parseForm(form, keySchema) })
    return redirect(`${LIST}?given=${introductionId}`, 303)
  })
}

export default function Page() {
  const { person, opening, employerName, words, checks, mayTouchKeptApart } =
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
      back={LIST}
      errors={refused?.errors}
    />
  )
}
