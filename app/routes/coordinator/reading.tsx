import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReadingPage } from '#app/components/sensitive/reading-page.tsx'
import { getPasswordHolder } from '#app/features/accounts/password-holder.server.ts'
import { openReading } from '#app/features/sensitive/open-reading.server.ts'
import { readOpen } from '#app/features/sensitive/read.server.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { readingSchema } from '#app/features/sensitive/schema.ts'
import { confirmPassword } from '#app/http/confirm-password.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { sessionOf } from '#app/http/session.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Read what is kept private – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const { isDemo } = servicesOf(args.context).settings
  return read(args, handle, async (ctx) => {
    const candidateId = args.params.id ?? ''
    const open = await readOpen(ctx, { candidateId, sessionHash: sessionOf(args) })
    return { ...open, asksPassword: (await getPasswordHolder(ctx, isDemo)).asksPassword }
  })
}

export async function action(args: ActionFunctionArgs) {
  const candidateId = args.params.id ?? ''
  const confirmed = await confirmPassword(args, handle, {
    schema: readingSchema,
    mayAsk: (ctx) => getForReader(ctx, candidateId),
  })
  return act(args, handle, async (ctx, form) => {
    if ('errors' in confirmed) return refused(confirmed.errors, form)
    const { password: _, ...input } = confirmed.input
    await openReading(ctx, { candidateId, sessionHash: sessionOf(args), ...input })
    return redirect(`/office/candidates/${candidateId}/read`, 303)
  })
}

export default function Page() {
  const open = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <ReadingPage
      {...open}
      home={`/office/candidates/${open.person.id}`}
      changes="/office/restrictions"
      refused={refusal}
    />
  )
}
