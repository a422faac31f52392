import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { OpenGate } from '#app/components/layout/open-gate.tsx'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import type { Kind } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [
  { title: 'Throughgate: a way in to work' },
  { name: 'description', content: 'Work and training, with a mentor beside you.' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return read(args, handle, async (ctx) => ({ isDemo: await isDemoOpen(ctx, settings.isDemo) }))
}

export default function Page() {
  const { isDemo } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="tg-hero">
        <div className="tg-hero__words">
          <h1 className="govuk-heading-xl">A way in to work</h1>
          <p className="govuk-body-l">
            Been in trouble with the law, or close to it? Here are employers who want to meet you.
          </p>
          <Form method="get" action="/openings#results" role="search" reloadDocument>
            <TextField
              name="q"
              label="What would you like to do?"
              hint="For example: warehouse, kitchen, forklift, hairdressing"
              type="search"
            />
            <TextField
              name="outcode"
              label="First part of your postcode, if you like"
              hint="For example, NR1"
              width={5}
              autoComplete="off"
            />
            <SubmitButton>Search openings</SubmitButton>
          </Form>
        </div>
        <OpenGate />
      </div>
      {isDemo && <TryIt />}
      <h2 className="govuk-heading-l">Start where you are</h2>
      <ul className="tg-steps">
        {ladder.map(({ kind, name, words }) => (
          <li className="tg-steps__step" key={kind}>
            <h3 className="tg-steps__name">
              <a className="govuk-link" href={`/openings?kind=${kind}`}>
                {name}
              </a>
            </h3>
            <p className="tg-steps__words">{words}</p>
          </li>
        ))}
      </ul>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <h2 className="govuk-heading-m">How it works</h2>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">
            <li>You say what you want. Your mentor helps you.</li>
            <li>You find an opening you like and say so. Only your mentor sees that.</li>
            <li>You agree to what the employer will read. Your mentor agrees too.</li>
            <li>Only then does the employer see anything, and at first without your name.</li>
            <li>You can change your mind at any time.</li>
          </ol>
          <p className="govuk-body">
            <a className="govuk-link" href="/no-mentor">
              No mentor yet?
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href="/programmes">
              The programmes people come from
            </a>
          </p>
        </div>
        <div className="govuk-grid-column-one-half">
          <h2 className="govuk-heading-m">For employers</h2>
          <p className="govuk-body">
            An hour of practice, a week’s trial, a course, a job: each one opens a door. Every
            person you meet comes with a mentor you can talk to.
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href="/employers/register">
              Offer an opening
            </a>
          </p>
        </div>
      </div>
    </>
  )
}

/** The five kinds, from the smallest step to the largest. */
const ladder: { kind: Kind; name: string; words: string }[] = [
  {
    kind: 'interview_experience',
    name: 'Practise an interview',
    words: 'With a real employer, who tells you how it went.',
  },
  { kind: 'bursary', name: 'Get a bursary', words: 'Money for boots, tools, a test or the bus.' },
  { kind: 'training', name: 'Learn a trade', words: 'Tickets and certificates that count.' },
  {
    kind: 'work_experience',
    name: 'Try the work',
    words: 'A few days or weeks in the place itself.',
  },
  { kind: 'job', name: 'Get a job', words: 'Paid, with hours that fit.' },
]

const people = [
  { value: 'candidate', label: 'Try it as a candidate' },
  { value: 'mentor', label: 'Try it as a mentor' },
  { value: 'employer', label: 'Try it as an employer' },
  { value: 'board', label: 'Try it as a board member' },
  { value: 'coordinator', label: 'Try it as a coordinator' },
]

function TryIt() {
  return (
    <section className="govuk-inset-text" aria-labelledby="try-it">
      <h2 className="govuk-heading-m" id="try-it">
        Try it
      </h2>
      <p className="govuk-body">
        Everybody in here is invented. Look round as anyone you like.{' '}
        <a className="govuk-link" href="/demo/mail">
          The e-mail it would send
        </a>{' '}
        is shown too.
      </p>
      <Form action="/demo/sign-in">
        <div className="govuk-button-group">
          {people.map(({ value, label }) => (
            <SubmitButton key={value} name="person" value={value} tone="secondary">
              {label}
            </SubmitButton>
          ))}
        </div>
      </Form>
    </section>
  )
}
