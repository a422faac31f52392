import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getStandingForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { notThisTime } from '#app/features/introductions/commands.server.ts'
import { notThisTimeSchema } from '#app/features/introductions/schema.ts'
import { notThisTimeReasons } from '#app/features/introductions/status.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Not this time? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getStandingForEmployer(ctx, args.params.id)
    if (!view.can.includes('not_this_time')) throw redirect(`/employer/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    await notThisTime(ctx, { introductionId: id, ...parseForm(form, notThisTimeSchema) })
    return redirect(`/employer/introductions/${id}?done=answered`, 303)
  })
}

export default function Page() {
  const { id, reference, opening } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Not this time?"
      caption={`${reference}, ${opening.title}`}
      back={`/employer/introductions/${id}`}
      told={[
        'The person reads your reason in kind, plain words. Their mentor reads the reason you chose.',
        'This profile closes for you at once.',
      ]}
      button="Send “not this time”"
      tone="warning"
      fields={
        <RadioField
          name="reason"
          legend="What is the main reason?"
          options={notThisTimeReasons.map(({ value, label, kind }) => ({
            value,
            label,
            hint: `They will read: “${kind}”`,
          }))}
          error={refused?.errors.reason}
          defaultValue={String(refused?.values.reason ?? '')}
        />
      }
      errors={refused?.errors}
    />
  )
}
