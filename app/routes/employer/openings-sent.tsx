import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Panel } from '#app/components/govuk/panel.tsx'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Sent to the office – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { row } = await draftById(ctx, args.params.id ?? '')
    return { title: row.title }
  })
}

export default function Page() {
  const { title } = useLoaderData<typeof loader>()
  return (
    <>
      <Panel titleText="Sent to the office">{title}</Panel>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        Somebody at the office reads it. They make it live, or send it back and say exactly which
        answer to change. You can see where it stands under your openings.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/employer">
          Your openings
        </a>
      </p>
    </>
  )
}
