import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getOwn } from '#app/features/candidates/queries.server.ts'
import { deletionSchema } from '#app/features/disclosure/schema.ts'
import { deleteStatement, findStatement } from '#app/features/disclosure/statement.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Delete your words? – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const statement = await findStatement(ctx, (await getOwn(ctx)).id)
    if (!statement) throw redirect('/me/private')
    return { version: statement.version }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { version } = parseForm(form, deletionSchema)
    await deleteStatement(ctx, { candidateId: (await getOwn(ctx)).id, version })
    return redirect('/me/private', 303)
  })
}

export default function Page() {
  const { version } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Delete your words?"
      back="/me/private"
      told={[
        'They are gone from here for good, at once. Nobody can bring them back for you.',
        'Who read them before stays on your list of who saw what.',
      ]}
      button="Yes, delete my words"
      tone="warning"
      fields={<input type="hidden" name="version" value={version} />}
      errors={refused?.errors}
    />
  )
}
