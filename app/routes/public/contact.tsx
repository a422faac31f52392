import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfficeContact } from '#app/components/layout/office-contact.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { officeContact } from '#app/features/office/contact.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Contact the office – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return read(args, handle, async (ctx) => ({ office: await officeContact(ctx, settings) }))
}

export default function Page() {
  const { office } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Contact the office" />
      <p className="govuk-body">
        The office runs the scheme. It checks employers and openings, and finds everybody it helps a
        mentor.
      </p>
      <OfficeContact office={office} />
      <p className="govuk-body">
        If a page went wrong, say the reference that stands on it. If something is wrong with how
        you are treated,{' '}
        <a className="govuk-link" href="/complaints">
          you can complain
        </a>
        .
      </p>
    </>
  )
}
