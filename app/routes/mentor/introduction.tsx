import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ActLinks } from '#app/components/introduction/act-links.tsx'
import { ChecksTable } from '#app/components/introduction/checks-table.tsx'
import { DoneBanner } from '#app/components/layout/done-banner.tsx'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { TalkFirst } from '#app/components/introduction/talk-first.tsx'
import { WishesBesideNeeds } from '#app/components/introduction/wishes-beside-needs.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { WarningText } from '#app/components/govuk/warning-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { doneText } from '#app/features/introductions/done.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { tickButtons } from '#app/features/introductions/task.ts'
import { toneOf } from '#app/features/introductions/tone.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

// The heading names a person; a title is kept in the browser's history, and does not.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.opening.title ?? 'Introduction'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  const code = new URL(args.request.url).searchParams.get('done')
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    return { ...view, done: doneText('mentor', code, view.state) }
  })
}

export default function Page() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/mentor">My people</BackLink>
      <DoneBanner text={view.done} />
      <PageHeading
        title={`${view.person.name} and ${view.opening.title}`}
        caption={view.employerName}
      />
      <p className="govuk-body">
        <StatusTag label={view.status} tone={toneOf(view.state)} />
      </p>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">{view.next}</p>
      {view.endedReason && <p className="govuk-body">Reason: {view.endedReason}</p>}
      {view.kindReason && (
        <p className="govuk-body">
          {view.person.name} reads: “{view.kindReason}”
        </p>
      )}
      {view.task && (
        <p className="govuk-body">
          <strong>Yours to do:</strong> {view.task.label}, by {longDate(view.task.dueOn)}.
        </p>
      )}
      <TalkFirst isNeeded={view.mayTouchKeptApart} />
      {view.contact && (
        <p className="govuk-body">
          At the employer: {view.contact.name}
          {view.contact.phone && (
            <>
              , <PhoneLink number={view.contact.phone} />
            </>
          )}
          .
        </p>
      )}
      {view.task?.tick && (
        <Form action={`/mentor/introductions/${view.id}/tick`}>
          <input type="hidden" name="task" value={view.task.tick} />
          <SubmitButton>{tickButtons[view.task.tick]}</SubmitButton>
        </Form>
      )}
      {view.mustGo && <WarningText>{view.mustGo}</WarningText>}
      <Links view={view} />
      <ChecksTable checks={view.checks} />
      <WishesBesideNeeds wishes={view.wishes} opening={view.opening} />
      <h2 className="govuk-heading-m">
        {view.areWordsAgreed
          ? 'The exact words the person said yes to'
          : 'The exact words, as the profile stands today'}
      </h2>
      {view.words.body ? (
        <ExactWords body={view.words.body} />
      ) : (
        <p className="govuk-body">The profile is still empty. Fill it in together first.</p>
      )}
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Links({ view }: { view: View }) {
  const { can } = view
  const here = `/mentor/introductions/${view.id}`
  return (
    <ActLinks
      links={[
        can.includes('record_officer') && {
          label: 'Record the officer’s approval',
          href: `${here}/record-approval`,
        },
        view.mustCheckRestrictions && {
          label: 'Say whether there are restrictions',
          href: `/mentor/candidates/${view.person.id}/restrictions`,
        },
        can.includes('approve') && { label: 'Approve', href: `${here}/approve` },
        can.includes('second_approve') && {
          label: 'Give the second approval',
          href: `${here}/second`,
        },
        can.includes('confirm_start') && {
          label: 'Confirm the start',
          href: `${here}/confirm-start`,
        },
        can.includes('refuse') && {
          label: 'Refuse',
          href: `${here}/refuse`,
          tone: 'secondary' as const,
        },
        can.includes('withdraw') && {
          label: 'Take it back',
          href: `${here}/revoke`,
          tone: 'secondary' as const,
        },
      ]}
    />
  )
}
