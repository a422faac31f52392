import type { ReactElement } from 'react'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { RestrictionSummary } from '#app/components/sensitive/restriction-summary.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { getOfCaseload } from '#app/features/mentors/queries.server.ts'
import {
  qualificationInWords,
  startInWords,
  travelInWords,
  weekInWords,
} from '#app/features/profiles/in-words.ts'
import { getStatus } from '#app/features/restrictions/queries.server.ts'
import { isVolunteer } from '#app/features/mentors/volunteer.server.ts'
import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import type { Choice } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.reference ?? 'One of my people'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const person = await getOfCaseload(ctx, args.params.id ?? '')
    return {
      ...person,
      restrictions: await getStatus(ctx, person.id),
      isVolunteer: await isVolunteer(ctx),
      isLead: ctx.actor.isSafeguardingLead,
    }
  })
}

export default function Page() {
  const person = useLoaderData<typeof loader>()
  const { wishes, profile, more } = person
  return (
    <>
      <BackLink href="/mentor">My people</BackLink>
      <PageHeading caption={person.reference} title={person.fullName} />
      <SummaryList
        card={{ title: { text: 'About' } }}
        rows={[
          ...(person.pausedAt ? [row('Paused', `Since ${longDate(person.pausedAt)}`)] : []),
          row('Age', `${person.age}, born ${longDate(person.dateOfBirth)}`),
          row('Phone', person.phone ? <PhoneLink number={person.phone} /> : 'Not known'),
          row('E-mail', person.email ?? 'Not known'),
          row('On licence', person.isOnLicence ? 'Yes: the officer’s approval is needed' : 'No'),
          ...(person.enrolled.length === 0 ? [row('Programme', 'None now')] : []),
          ...person.enrolled.map(({ id, name, startedOn, reviewDueOn }) => ({
            ...row(
              'Programme',
              `${name}, since ${longDate(startedOn)}${reviewDueOn ? `. Review due ${longDate(reviewDueOn)}` : ''}`,
            ),
            actions: {
              items: [
                {
                  href: `/mentor/enrolments/${id}`,
                  text: 'Review or end',
                  visuallyHiddenText: `the support of ${name}`,
                },
              ],
            },
          })),
        ]}
      />
      <RestrictionSummary
        status={person.restrictions.status}
        setAt={person.restrictions.setAt}
        person={person.isVolunteer ? null : `/mentor/candidates/${person.id}`}
        isLead={person.isLead}
      />
      {wishes && (
        <SummaryList
          card={{ title: { text: 'What they want' } }}
          rows={[
            row('Kinds', labels(kinds, wishes.kinds)),
            row('Work', labels(sectors, wishes.sectors)),
            row('Hours', labels(hours, wishes.hours)),
            row('Area', `${wishes.outcode}, up to ${wishes.reachMiles} miles`),
            row('Start', startInWords({ ...wishes, expectedRelease: more.expectedRelease })),
            row('In the week', weekInWords(more.availability)),
            row('Childcare', childcare(more.availability.needsChildcare)),
            row('Getting there', travelInWords(more.travel)),
            ...more.hidden.map(({ name }) =>
              row('Not to be put forward to', name ?? 'An employer'),
            ),
            ...more.keptApart.map(({ who }) => row('To be kept apart from', who)),
          ]}
        />
      )}
      {profile && (
        <SummaryList
          card={{ title: { text: 'In their own words' } }}
          rows={[
            row('Good at', profile.strengths || 'Nothing yet'),
            row('Skills', profile.skills || 'Nothing yet'),
            row(
              'Tickets and qualifications',
              more.qualifications.map((one) => qualificationInWords(one)),
            ),
            row('Has done', profile.experience || 'Nothing yet'),
            row('Wants to say', more.statement || 'Nothing yet'),
          ]}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/mentor/candidates/${person.id}/profile`}>
          Fill in the profile for them
        </a>
      </p>
      {person.introductions.length === 0 ? (
        <p className="govuk-body">
          No introductions yet. Open one of the{' '}
          <a className="govuk-link" href="/openings">
            openings
          </a>{' '}
          to put them forward.
        </p>
      ) : (
        <Table
          isStacked
          caption="Introductions"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Opening' }, { text: 'Where it stands' }, { text: 'Since' }]}
          rows={person.introductions.map((one) => [
            {
              text: (
                <a className="govuk-link" href={`/mentor/introductions/${one.id}`}>
                  {one.title}
                  {one.employerName && `, ${one.employerName}`}
                </a>
              ),
            },
            { text: one.status },
            { text: longDate(one.createdAt) },
          ])}
        />
      )}
    </>
  )
}

const row = (name: string, value: string | readonly string[] | ReactElement) => ({
  key: { text: name },
  value: {
    text: (
      <span className="tg-words">{isList(value) ? value.join('\n') || 'Not said' : value}</span>
    ),
  },
})

const isList = (value: unknown): value is readonly string[] => Array.isArray(value)

const childcare = (needed: boolean | null) =>
  needed === null ? 'Not said' : needed ? 'Needed' : 'Not needed'

const labels = (choices: readonly Choice[], chosen: string[]) =>
  chosen.map((value) => labelOf(choices, value)).join(', ') || 'Not said'
