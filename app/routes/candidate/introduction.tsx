import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActLinks } from '#app/components/introduction/act-links.tsx'
import { DoneBanner } from '#app/components/layout/done-banner.tsx'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { doneText } from '#app/features/introductions/done.ts'
import { toneOf } from '#app/features/introductions/tone.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.opening.title ?? 'Where it stands'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  const code = new URL(args.request.url).searchParams.get('done')
  return read(args, handle, async (ctx) => {
    const view = await getForCandidate(ctx, args.params.id)
    return { ...view, done: doneText('candidate', code, view.state) }
  })
}

export default function Page() {
  const view = useLoaderData<typeof loader>()
  const here = `/me/introductions/${view.id}`
  return (
    <>
      <BackLink href="/me">My page</BackLink>
      <DoneBanner text={view.done} />
      <PageHeading title={view.opening.title} caption={view.employerName} />
      <p className="govuk-body">
        <StatusTag label={view.status} tone={toneOf(view.state)} />
      </p>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">{view.next}</p>
      {view.opening.isReadable && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/openings/${view.opening.id}`}>
            Read the opening again
          </a>
        </p>
      )}
      <Links view={view} here={here} />
      <Facts view={view} />
      {view.agreedWords && (
        <>
          <h2 className="govuk-heading-m">The words you said yes to</h2>
          <ExactWords body={view.agreedWords} />
        </>
      )}
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Links({ view, here }: { view: View; here: string }) {
  const { can } = view
  return (
    <>
      {can.includes('give_consent') && view.hasNewWords && (
        <p className="govuk-body">
          Your profile has changed since you said yes. The employer would read the older words,
          unless you say yes to the new ones.
        </p>
      )}
      {view.state === 'proposed' && view.wordsToday.body === '' && (
        <p className="govuk-body">
          Your profile is still empty.{' '}
          <a className="govuk-link" href="/me/profile">
            Write a few words first
          </a>
          .
        </p>
      )}
      {view.isHidden && (
        <p className="govuk-body">
          You have hidden yourself from this employer, so nothing new is shared with it.{' '}
          <a className="govuk-link" href="/me/profile/hidden">
            Change that
          </a>
          .
        </p>
      )}
      {view.mustGo && (
        <WarningText>
          {view.mustGo}{' '}
          <a className="govuk-link" href="/me/profile">
            Change your profile
          </a>
        </WarningText>
      )}
      <ActLinks
        links={[
          can.includes('give_consent') && {
            label: 'Read the words and decide',
            href: `${here}/consent`,
          },
          can.includes('accept_offer') && { label: 'Say yes to the offer', href: `${here}/accept` },
          can.includes('decline_offer') && {
            label: 'Say no to the offer',
            href: `${here}/decline-offer`,
            tone: 'secondary' as const,
          },
          can.includes('withdraw') && {
            label: 'Take it back',
            href: `${here}/withdraw`,
            tone: 'secondary' as const,
          },
        ]}
      />
    </>
  )
}

function Facts({ view }: { view: View }) {
  const { yesGivenAt, mentor } = view
  return (
    <SummaryList
      rows={[
        yesGivenAt && {
          key: { text: 'Your yes' },
          value: { text: `Given on ${longDate(yesGivenAt)}` },
        },
        view.startedOn && {
          key: { text: 'Day you started' },
          value: { text: longDate(view.startedOn) },
        },
        mentor && {
          key: { text: 'Your mentor' },
          value: {
            text: (
              <>
                {mentor.name}, <PhoneLink number={mentor.phone} />
              </>
            ),
          },
        },
      ]}
    />
  )
}
