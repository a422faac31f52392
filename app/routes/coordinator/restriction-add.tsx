import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { RestrictionAddPage } from '#app/components/sensitive/restriction-add-page.tsx'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { listEmployers } from '#app/features/restrictions/queries.server.ts'
import {
  kindSchema,
  restrictionLists,
  restrictionSchema,
} from '#app/features/restrictions/schema.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Add a restriction – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    person: await getForReader(ctx, args.params.id ?? ''),
    employers: await listEmployers(ctx),
    newId: uuidv7(),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id } = await getForReader(ctx, args.params.id ?? '')
    // The first step sends no version. Its answer stays out of the address.
    if (!form.has('version')) return parseForm(form, kindSchema)
    const input = parseForm(form, restrictionSchema, restrictionLists)
    await addRestriction(ctx, { candidateId: id, form: input })
    return redirect(`/office/candidates/${id}/restrictions`, 303)
  })
}

export default function Page() {
  const { person, employers, newId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <RestrictionAddPage
      person={person}
      home={`/office/candidates/${person.id}`}
      newId={newId}
      employers={employers}
      answer={answer}
    />
  )
}
