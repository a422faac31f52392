import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { employerById } from '#app/features/employers/queries.server.ts'
import { reconsiderEmployer } from '#app/features/employers/reconsider.server.ts'
import { reconsiderSchema } from '#app/features/employers/schema.ts'
import { reconsiderReasons, stateOf } from '#app/features/employers/status.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict } from '#app/platform/errors.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Approve this employer after all? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const employer = await employerById(ctx, args.params.id ?? '')
    if (stateOf(employer) !== 'refused')
      throw new Conflict('This employer is not one that the office has refused.')
    return employer
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    await reconsiderEmployer(ctx, {
      id: args.params.id ?? '',
      ...parseForm(form, reconsiderSchema),
    })
    return redirectDone(args, '/office/employers', 'employer-approved')
  })
}

export default function Page() {
  const { id, name, version, refusalReason } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Approve this employer after all?"
      caption={name}
      back={`/office/employers/${id}`}
      told={[
        'It can send openings in from now on.',
        `It no longer reads why it was not approved: “${refusalReason}”`,
      ]}
      button="Approve this employer"
      errors={refused?.errors}
      fields={
        <>
          <input type="hidden" name="version" value={version} />
          <RadioField
            name="reason"
            legend="Why does the decision change?"
            options={reconsiderReasons}
            error={refused?.errors.reason}
          />
        </>
      }
    />
  )
}
