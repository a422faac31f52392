import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { RestrictionSummary } from '#app/components/sensitive/restriction-summary.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { assignMentor } from '#app/features/candidates/commands.server.ts'
import { getForOffice } from '#app/features/candidates/queries.server.ts'
import { assignSchema } from '#app/features/candidates/schema.ts'
import { listMentors } from '#app/features/mentors/queries.server.ts'
import { getStatus } from '#app/features/restrictions/queries.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.reference ?? 'A candidate'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const person = await getForOffice(ctx, args.params.id ?? '')
    return {
      person,
      mentors: await listMentors(ctx),
      restrictions: await getStatus(ctx, person.id),
      isLead: ctx.actor.isSafeguardingLead,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { mentorUserId } = parseForm(form, assignSchema)
    const candidateId = args.params.id ?? ''
    await assignMentor(ctx, { candidateId, mentorUserId })
    return redirectDone(args, `/office/candidates/${candidateId}`, 'assigned')
  })
}

export default function Page() {
  const { person, mentors, restrictions, isLead } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const current = person.assigned.find(({ endsAt, isCover }) => endsAt === null && !isCover)
  return (
    <>
      <BackLink href="/office/candidates">Candidates</BackLink>
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading caption={person.reference} title={person.fullName} />
      <SummaryList
        rows={[
          row('Date of birth', longDate(person.dateOfBirth)),
          row('E-mail', person.email ?? 'None'),
          row('Phone', person.phone ?? 'None'),
          row('Postcode area', person.outcode ?? 'Not known'),
          row('On licence', person.isOnLicence ? 'Yes' : 'No'),
          ...(person.enrolled.length === 0 ? [row('Programme', 'None')] : []),
          ...person.enrolled.map((enrolment) => ({
            ...row('Programme', timeIn(enrolment)),
            actions: {
              items: [
                {
                  href: `/office/enrolments/${enrolment.id}`,
                  text: enrolment.endedOn === null ? 'Review or end' : 'See how it ended',
                  visuallyHiddenText: `the support of ${enrolment.name}`,
                },
              ],
            },
          })),
          ...(person.pausedAt ? [row('Paused', `Since ${longDate(person.pausedAt)}`)] : []),
          ...(person.expectedRelease
            ? [row('Expected release', longDate(person.expectedRelease))]
            : []),
          ...person.hidden.map(({ name }) =>
            row('Not to be put forward to', name ?? 'An employer'),
          ),
          ...person.keptApart.map(({ who }) => row('To be kept apart from', who)),
          row('Mentor', current ? `${current.name}, ${current.organisation}` : 'Nobody yet'),
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`/office/candidates/${person.id}/details`}>
          Correct these details
        </a>
      </p>
      <RestrictionSummary
        status={restrictions.status}
        setAt={restrictions.setAt}
        person={`/office/candidates/${person.id}`}
        isLead={isLead}
      />
      <h2 className="govuk-heading-m">{current ? 'Change the mentor' : 'Choose a mentor'}</h2>
      {current && (
        <p className="govuk-body">
          {current.name} stops seeing this person at once. What has been done stays on record.
        </p>
      )}
      <Form>
        <SelectField
          name="mentorUserId"
          label="Mentor"
          emptyLabel="Choose a mentor"
          options={mentors.map(({ userId, name, organisation, people }) => ({
            value: userId,
            label: `${name}, ${organisation} (looks after ${people})`,
          }))}
          error={refused?.errors.mentorUserId}
          defaultValue={
            refused ? [refused.values.mentorUserId ?? ''].flat()[0] : current?.mentorUserId
          }
        />
        <SubmitButton>Assign this mentor</SubmitButton>
      </Form>
      {person.assigned.length > 1 && (
        <Table
          isStacked
          caption="Mentors until now"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Mentor' }, { text: 'From' }, { text: 'To' }]}
          rows={person.assigned.map(({ name, isCover, startsAt, endsAt }) => [
            { text: isCover ? `${name} (cover)` : name },
            { text: longDate(startsAt) },
            { text: endsAt ? longDate(endsAt) : 'now' },
          ])}
        />
      )}
    </>
  )
}

interface Enrolled {
  name: string
  startedOn: string
  endedOn: string | null
  reviewDueOn: string | null
}

function timeIn({ name, startedOn, endedOn, reviewDueOn }: Enrolled) {
  const until = endedOn ? ` to ${longDate(endedOn)}` : ''
  const review = reviewDueOn ? `. Review due ${longDate(reviewDueOn)}` : ''
  return `${name}, from ${longDate(startedOn)}${until}${review}`
}

const row = (name: string, value: string) => ({ key: { text: name }, value: { text: value } })
