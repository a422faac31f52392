import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfficeContact } from '#app/components/layout/office-contact.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { officeContact } from '#app/features/office/contact.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Complaints – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return read(args, handle, async (ctx) => ({ office: await officeContact(ctx, settings) }))
}

export default function Page() {
  const { office } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Complaints" />
      <p className="govuk-body">
        If something has gone wrong, tell us. It will not count against you.
      </p>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>Talk to your mentor, or to the employer’s contact, if you can.</li>
        <li>
          If that does not help, or you would rather not, tell the office that runs the scheme. It
          can change who looks after you.
        </li>
        <li>
          If it is about how we use what we know of you, tell the office too. Within 30 days it says
          that it has your complaint. If you are not happy with what comes of it, you can go to the
          Information Commissioner’s Office (ico.org.uk).
        </li>
      </ol>
      <OfficeContact office={office} />
      <h2 className="govuk-heading-m">If somebody is in danger</h2>
      <p className="govuk-body">Call 999.</p>
    </>
  )
}
