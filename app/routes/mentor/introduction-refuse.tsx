import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { refuse } from '#app/features/introductions/commands.server.ts'
import { refuseSchema } from '#app/features/introductions/schema.ts'
import { refusalReasons } from '#app/features/introductions/status.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you refuse this introduction? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('refuse')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    await refuse(ctx, { introductionId: id, ...parseForm(form, refuseSchema) })
    return redirect(`/mentor/introductions/${id}?done=refuse`, 303)
  })
}

export default function Page() {
  const { id, person, opening } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Do you refuse this introduction?"
      caption={opening.title}
      back={`/mentor/introductions/${id}`}
      told={[
        'The employer is told nothing. They have never seen that this introduction exists.',
        `${person.name} reads: “Not this one: talk to your mentor.” The reason is for the record; tell them yourself.`,
        'They can show interest in this opening again later.',
      ]}
      button="Refuse introduction"
      tone="warning"
      fields={
        <RadioField
          name="reason"
          legend="Why?"
          options={refusalReasons}
          error={refused?.errors.reason}
          defaultValue={String(refused?.values.reason ?? '')}
        />
      }
      errors={refused?.errors}
    />
  )
}
