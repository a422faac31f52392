import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RestrictionsPage } from '#app/components/sensitive/restrictions-page.tsx'
import { setStatus } from '#app/features/restrictions/commands.server.ts'
import { getStatus } from '#app/features/restrictions/queries.server.ts'
import { statusSchema } from '#app/features/restrictions/schema.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Restrictions – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const person = await getForReader(ctx, args.params.id ?? '')
    return { person, saved: await getStatus(ctx, person.id) }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id } = await getForReader(ctx, args.params.id ?? '')
    await setStatus(ctx, { candidateId: id, ...parseForm(form, statusSchema) })
    return redirect(`/mentor/candidates/${id}`, 303)
  })
}

export default function Page() {
  const { person, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <RestrictionsPage
      person={person}
      home={`/mentor/candidates/${person.id}`}
      saved={saved}
      refused={refused}
    />
  )
}
