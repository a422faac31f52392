import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { SafeguardingPage } from '#app/components/sensitive/safeguarding-page.tsx'
import { getForWriter, writeNote } from '#app/features/safeguarding/notes.server.ts'
import { noteSchema } from '#app/features/safeguarding/schema.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Write a safeguarding note – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const person = await getForReader(ctx, args.params.id ?? '')
    if (!person.isLead) throw redirect(`/mentor/candidates/${person.id}`)
    return { person, newId: uuidv7() }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id } = await getForWriter(ctx, args.params.id ?? '')
    await writeNote(ctx, { candidateId: id, form: parseForm(form, noteSchema) })
    return redirect(`/mentor/candidates/${id}`, 303)
  })
}

export default function Page() {
  const { person, newId } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SafeguardingPage
      person={person}
      home={`/mentor/candidates/${person.id}`}
      newId={newId}
      refused={refused}
    />
  )
}
