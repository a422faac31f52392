import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getStandingForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { DateField } from '#app/components/form/date-field.tsx'
import { recordStart } from '#app/features/introductions/commands.server.ts'
import { startSchema } from '#app/features/introductions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'When did they start? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getStandingForEmployer(ctx, args.params.id)
    if (!view.can.includes('record_start')) throw redirect(`/employer/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    const startedOn = checkedDay(parseForm(form, startSchema), 'startedOn')
    await recordStart(ctx, { introductionId: id, startedOn })
    return redirect(`/employer/introductions/${id}?done=start`, 303)
  })
}

export default function Page() {
  const { id, reference, opening } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="When did they start?"
      caption={`${reference}, ${opening.title}`}
      back={`/employer/introductions/${id}`}
      told={[
        'The person and their mentor read the day you give here.',
        'The mentor confirms it. Only then does the start count.',
      ]}
      button="Record the start"
      notNow="Not yet, go back"
      fields={
        <DateField
          name="startedOn"
          legend="First day"
          hint="For example, 5 3 2026"
          error={refused?.errors.startedOn}
          defaultValue={typedDay(refused?.values, 'startedOn')}
        />
      }
      errors={refused?.errors}
    />
  )
}
