import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RestrictionPage } from '#app/components/sensitive/restriction-page.tsx'
import { changeRestriction } from '#app/features/restrictions/commands.server.ts'
import {
  getRestriction,
  listEmployers,
  readRestriction,
} from '#app/features/restrictions/queries.server.ts'
import { restrictionLists, restrictionSchema } from '#app/features/restrictions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'
import { sessionOf } from '#app/http/session.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change a restriction – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    restriction: await readRestriction(ctx, {
      restrictionId: args.params.id ?? '',
      sessionHash: sessionOf(args),
    }),
    employers: await listEmployers(ctx),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const one = { restrictionId: args.params.id ?? '', sessionHash: sessionOf(args) }
    const { candidateId } = await getRestriction(ctx, one)
    await changeRestriction(ctx, {
      ...one,
      form: parseForm(form, restrictionSchema, restrictionLists),
    })
    return redirect(`/office/candidates/${candidateId}/read`, 303)
  })
}

export default function Page() {
  const { restriction, employers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <RestrictionPage
      restriction={restriction}
      employers={employers}
      people="/office/candidates"
      refused={refused}
    />
  )
}
