import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActLinks } from '#app/components/introduction/act-links.tsx'
import { DoneBanner } from '#app/components/layout/done-banner.tsx'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { doneText } from '#app/features/introductions/done.ts'
import { getForEmployer } from '#app/features/introductions/employer-view.server.ts'
import { toneOf } from '#app/features/introductions/tone.ts'
import { milesInWords } from '#app/features/opportunities/distance-words.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Introduction ${data?.reference ?? ''} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  const code = new URL(args.request.url).searchParams.get('done')
  return read(args, handle, async (ctx) => {
    const view = await getForEmployer(ctx, args.params.id)
    return { ...view, done: doneText('employer', code, view.state) }
  })
}

export default function Page() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/employer">Your openings</BackLink>
      <DoneBanner text={view.done} />
      <PageHeading title={`Introduction ${view.reference}`} caption={view.opening.title} />
      <p className="govuk-body">
        <StatusTag label={view.status} tone={toneOf(view.state)} />
      </p>
      {view.state === 'closed' ? (
        <p className="govuk-body">
          {view.leftAfter === null && 'This introduction is no longer open. '}
          {view.next}
        </p>
      ) : (
        <>
          <h2 className="govuk-heading-m">What happens next</h2>
          <p className="govuk-body">{view.next}</p>
        </>
      )}
      <Links view={view} />
      <Facts view={view} />
      {view.profile && (
        <>
          <h2 className="govuk-heading-m">In their own words</h2>
          <ExactWords body={view.profile.body} />
        </>
      )}
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Links({ view }: { view: View }) {
  const { can } = view
  const here = `/employer/introductions/${view.id}`
  return (
    <ActLinks
      links={[
        can.includes('meet') && { label: 'We would like to meet', href: `${here}/meet` },
        can.includes('offer') && { label: 'Make an offer', href: `${here}/offer` },
        can.includes('record_start') && { label: 'Record the start', href: `${here}/start` },
        can.includes('not_this_time') && {
          label: 'Not this time',
          href: `${here}/not-this-time`,
          tone: 'secondary' as const,
        },
      ]}
    />
  )
}

function Facts({ view }: { view: View }) {
  const { contact, profile } = view
  return (
    <SummaryList
      rows={[
        view.answerDueOn && {
          key: { text: 'Please answer by' },
          value: { text: <Due on={view.answerDueOn} isOverdue={view.isOverdue} /> },
        },
        contact && { key: { text: 'Name' }, value: { text: contact.name } },
        contact && {
          key: { text: 'Reach them through' },
          value: { text: <ToRing name={contact.mentorName} phone={contact.mentorPhone} /> },
        },
        view.mentor && {
          key: { text: 'Mentor to ring' },
          value: { text: <ToRing {...view.mentor} /> },
        },
        profile && {
          key: { text: 'How far away' },
          value: { text: distance(profile.distanceMiles) },
        },
        view.state === 'introduced' && {
          key: { text: 'A question first?' },
          value: {
            text: (
              <>
                <a className="govuk-link" href="/contact">
                  Ask the office
                </a>
                , and say {view.reference}. It asks for you. Who the mentor is, and their number,
                follow when you say that you would like to meet.
              </>
            ),
          },
        },
        view.startedOn && { key: { text: 'Started' }, value: { text: longDate(view.startedOn) } },
        { key: { text: 'Introduced on' }, value: { text: longDate(view.releasedOn) } },
      ]}
    />
  )
}

const ToRing = ({ name, phone }: { name: string; phone: string }) => (
  <>
    {name}, <PhoneLink number={phone} />
  </>
)

const Due = ({ on, isOverdue }: { on: string; isOverdue: boolean }) => (
  <>
    {longDate(on)} {isOverdue && <StatusTag label="Overdue" tone="problem" />}
  </>
)

function distance(miles: number | null): string {
  return miles === null ? 'Not known' : `They live ${milesInWords(miles)} away`
}
