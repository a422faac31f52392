import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { endRestriction } from '#app/features/restrictions/commands.server.ts'
import { getRestriction, readRestriction } from '#app/features/restrictions/queries.server.ts'
import { endSchema } from '#app/features/restrictions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'
import { sessionOf } from '#app/http/session.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Has this restriction ended? – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const one = { restrictionId: args.params.id ?? '', sessionHash: sessionOf(args) }
    // The notes are not asked about, and do not come along.
    const { candidateId, version, words } = await readRestriction(ctx, one)
    return { candidateId, version, words }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const one = { restrictionId: args.params.id ?? '', sessionHash: sessionOf(args) }
    const { candidateId } = await getRestriction(ctx, one)
    await endRestriction(ctx, { ...one, ...parseForm(form, endSchema) })
    return redirect(`/mentor/candidates/${candidateId}/restrictions`, 303)
  })
}

export default function Page() {
  const { candidateId, version, words } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Has this restriction ended?"
      caption={words}
      back={`/mentor/candidates/${candidateId}/read`}
      told={[
        'It no longer counts beside any opening. It stays on record, sealed, until its date to be removed.',
        'If it was the last one, somebody has to say anew whether there are any.',
      ]}
      button="Yes, it has ended"
      fields={<input type="hidden" name="version" value={version} />}
      errors={refused?.errors}
    />
  )
}
