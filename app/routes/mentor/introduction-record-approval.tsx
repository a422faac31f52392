import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { DateField } from '#app/components/form/date-field.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { recordOfficer } from '#app/features/introductions/commands.server.ts'
import { officerSchema } from '#app/features/introductions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

// Neither the title nor the address says whose approval: that would say that somebody is on licence.
export const meta = () => [{ title: 'Record an approval – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('record_officer')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    const typed = parseForm(form, officerSchema)
    await recordOfficer(ctx, {
      introductionId: id,
      officerName: typed.officerName,
      approvedOn: checkedDay(typed, 'approvedOn'),
    })
    return redirect(`/mentor/introductions/${id}?done=recorded`, 303)
  })
}

export default function Page() {
  const { id, opening } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Record an approval"
      caption={opening.title}
      back={`/mentor/introductions/${id}`}
      told={[
        'It goes on record in your name. Record only what the officer has told you or written to you.',
        'The employer never sees it, nor that it was needed.',
      ]}
      button="Record approval"
      notNow="Go back"
      fields={
        <>
          <TextField
            name="officerName"
            label="Name of the supervising officer"
            error={refused?.errors.officerName}
            defaultValue={String(refused?.values.officerName ?? '')}
          />
          <DateField
            name="approvedOn"
            legend="Day they approved"
            hint="For example, 5 3 2026"
            error={refused?.errors.approvedOn}
            defaultValue={typedDay(refused?.values, 'approvedOn')}
          />
        </>
      }
      errors={refused?.errors}
    />
  )
}
