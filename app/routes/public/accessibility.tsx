import { PageHeading } from '#app/components/layout/page-heading.tsx'
import type { RouteHandle } from '#app/http/handle.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Accessibility – Throughgate' }]

export default function Page() {
  return (
    <>
      <PageHeading title="Accessibility" />
      <p className="govuk-body">We want everybody to be able to use this service. You can:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>zoom in to 400% without losing anything</li>
        <li>use it with only a keyboard, or by voice</li>
        <li>use it with a screen reader</li>
        <li>use it on an old phone, with little data, and without scripts</li>
      </ul>
      <p className="govuk-body">
        We aim for level AA of the Web Content Accessibility Guidelines 2.2. Pages are checked by
        machine whenever the service changes. No outside expert has tested it yet.
      </p>
      <h2 className="govuk-heading-m">If something is hard to use</h2>
      <p className="govuk-body">
        Tell your mentor, or{' '}
        <a className="govuk-link" href="/contact">
          the office that runs the scheme
        </a>
        . If you need it in another way, such as large print or read out to you, ask them too.
      </p>
    </>
  )
}
