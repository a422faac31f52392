import { PageHeading } from '#app/components/layout/page-heading.tsx'
import type { RouteHandle } from '#app/http/handle.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'No mentor yet? – Throughgate' }]

export default function Page() {
  return (
    <>
      <PageHeading title="No mentor yet?" />
      <p className="govuk-body-l">
        Anybody can read the openings. To be introduced to an employer you need a mentor, and a
        mentor comes with a programme.
      </p>
      <h2 className="govuk-heading-m">What a programme is</h2>
      <p className="govuk-body">
        A group of people whose work it is to help: with a job, a course, a bit of money for boots
        or the bus, or with practising an interview. It costs you nothing. Some are for adults, some
        for people under 18, some for women. Many people in one have never been convicted of
        anything.
      </p>
      <h2 className="govuk-heading-m">What a mentor does</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>finds out with you what you want, and what stands in the way</li>
        <li>reads what an employer would be told about you, and says yes only if you have</li>
        <li>is there for you and the employer while you settle in</li>
      </ul>
      <h2 className="govuk-heading-m">How to get one</h2>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>
          Ask somebody who helps you already: a probation officer, a work coach at the Jobcentre, a
          youth worker, a teacher, a housing or health worker, or the resettlement team in prison.
          They can put your name forward.
        </li>
        <li>Or ask the office that runs this scheme yourself. You do not need anybody’s letter.</li>
        <li>
          They ask for your name, how to reach you, your date of birth and the first part of your
          postcode. You do not have to say what you have done to get started.
        </li>
        <li>
          A mentor gets in touch. With an e-mail address you can then <a href="/sign-in">sign in</a>{' '}
          here and say which openings you like; without one your mentor does it with you.
        </li>
      </ol>
      <p className="govuk-body">
        Until then you can <a href="/openings">look at the openings</a> and note down those you
        like.
      </p>
    </>
  )
}
