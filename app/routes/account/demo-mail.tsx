import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { isDemoOpen, listMessages } from '#app/features/accounts/demo.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'E-mail of the demo – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return read(args, handle, async (ctx) => {
    if (!(await isDemoOpen(ctx, settings.isDemo))) throw new NotFound()
    return { messages: await listMessages(ctx) }
  })
}

export default function Page() {
  const { messages } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="E-mail of the demo" />
      <p className="govuk-body">In the demo no e-mail is sent. It is shown here instead.</p>
      {messages.length === 0 && (
        <EmptyState title="No e-mail yet">
          Ask for a <a href="/sign-in/link">link to sign in</a>, then come back.
        </EmptyState>
      )}
      {messages.map(({ id, to, subject, body }) => (
        <section key={id} className="govuk-inset-text">
          <h2 className="govuk-heading-s">{subject}</h2>
          <p className="govuk-body-s">To: {to}</p>
          {body.split('\n\n').map((paragraph, i) => (
            <p className="govuk-body" key={i}>
              {/^(?:https?:|\/)\S+$/.test(paragraph) ? (
                <a className="govuk-link" href={paragraph}>
                  {paragraph}
                </a>
              ) : (
                paragraph
              )}
            </p>
          ))}
        </section>
      ))}
    </>
  )
}
