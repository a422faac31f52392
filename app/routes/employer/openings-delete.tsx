import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { deleteDraft } from '#app/features/opportunities/delete-draft.server.ts'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { deleteSchema } from '#app/features/opportunities/schema.ts'
import { tooLate } from '#app/features/opportunities/status.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { Conflict } from '#app/platform/errors.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Delete this draft? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row } = await draftById(ctx, args.params.id ?? '')
    if (row.state !== 'draft') throw new Conflict(tooLate(row.state))
    return { id: row.id, title: row.title, kind: row.kind, version: row.version }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    await deleteDraft(ctx, { id: args.params.id ?? '', ...parseForm(form, deleteSchema) })
    return redirectDone(args, '/employer', 'deleted')
  })
}

export default function Page() {
  const { id, title, kind, version } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Delete this draft?"
      caption={title || `${labelOf(kinds, kind)}, no title yet`}
      back={`/employer/openings/${id}`}
      told={['What you have written in it is gone for good.', 'Nobody else has seen it.']}
      button="Delete this draft"
      tone="warning"
      fields={<input type="hidden" name="version" value={version} />}
      errors={refused?.errors}
    />
  )
}
