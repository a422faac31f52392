import { PageHeading } from '#app/components/layout/page-heading.tsx'
import type { RouteHandle } from '#app/http/handle.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Privacy – Throughgate' }]

export default function Page() {
  return (
    <>
      <PageHeading title="Privacy" />
      <h2 className="govuk-heading-m">What employers can see</h2>
      <p className="govuk-body">
        Nothing, until you and your mentor have both said yes to that employer and that opening.
        Then they see the words you agreed to, without your name. They get your name only when they
        ask to meet you.
      </p>
      <p className="govuk-body">
        If you take your yes back, they can see nothing more from that moment. We keep a list for
        you of who saw what, and when.
      </p>
      <h2 className="govuk-heading-m">What we keep</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>your name, how to reach you and your date of birth</li>
        <li>what you want to do, and the first half of your postcode</li>
        <li>the words about you that you have written or agreed to</li>
        <li>what was decided, by whom and when</li>
      </ul>
      <p className="govuk-body">
        Search, e-mail and web addresses never hold anything about convictions, licence or health.
      </p>
      <h2 className="govuk-heading-m">Cookies</h2>
      <p className="govuk-body">
        We use one cookie, to keep you signed in. It goes when you sign out. Nothing follows you
        round the web.
      </p>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">
        You can ask for a copy of everything we have about you, ask us to put it right, or ask us to
        delete it. Ask your mentor or{' '}
        <a className="govuk-link" href="/contact">
          the office that runs the scheme
        </a>
        . If you are not happy with the answer,{' '}
        <a className="govuk-link" href="/complaints">
          you can complain
        </a>
        , and go to the Information Commissioner’s Office (ico.org.uk).
      </p>
    </>
  )
}
