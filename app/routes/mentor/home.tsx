import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listForMentor } from '#app/features/introductions/queries.server.ts'
import { listCaseload } from '#app/features/mentors/queries.server.ts'
import { listReviewsDue } from '#app/features/programmes/review.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'My people – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    introductions: await listForMentor(ctx),
    people: await listCaseload(ctx),
    reviews: await listReviewsDue(ctx),
  }))
}

export default function Page() {
  const { introductions, people, reviews } = useLoaderData<typeof loader>()
  const tasks = [
    ...introductions
      .filter(({ task }) => task !== null)
      .map((item) => ({
        href: `/mentor/introductions/${item.id}`,
        label: item.task ?? '',
        who: item.candidateName,
        what: `${item.title}, ${item.employerName}`,
        dueOn: item.dueOn ?? '',
        isOverdue: item.isOverdue,
      })),
    ...reviews.map(({ id, candidateName, programme, dueOn, isOverdue }) => ({
      href: `/mentor/enrolments/${id}`,
      label: 'Review the support',
      who: candidateName,
      what: programme,
      dueOn,
      isOverdue,
    })),
  ].sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  const waiting = introductions.filter(({ task }) => task === null)
  const overdue = tasks.filter(({ isOverdue }) => isOverdue).length
  return (
    <>
      <PageHeading title="My people" />
      <h2 className="govuk-heading-m">To do: {tasks.length}</h2>
      {tasks.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          <p className="govuk-body">
            Look at the{' '}
            <a className="govuk-link" href="/openings">
              openings
            </a>{' '}
            to find something for one of your people.
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {overdue === 0 ? 'None of them is overdue.' : `Overdue: ${overdue}. They come first.`}
          </p>
          <Table
            isStacked
            caption="What needs doing"
            captionClasses="govuk-visually-hidden"
            head={[{ text: 'What' }, { text: 'For' }, { text: 'By' }]}
            rows={tasks.map((item) => [
              { text: link(item.href, item.label) },
              {
                text: (
                  <>
                    {item.who}
                    <br />
                    {item.what}
                  </>
                ),
              },
              {
                text: (
                  <>
                    {longDate(item.dueOn)}{' '}
                    {item.isOverdue && <StatusTag label="Overdue" tone="problem" />}
                  </>
                ),
              },
            ])}
          />
        </>
      )}
      {waiting.length > 0 && (
        <Table
          isStacked
          caption="Waiting for somebody else"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Who' }, { text: 'Opening' }, { text: 'Where it stands' }]}
          rows={waiting.map((item) => [
            { text: link(`/mentor/introductions/${item.id}`, item.candidateName) },
            { text: `${item.title}, ${item.employerName}` },
            {
              text: item.answerDueOn
                ? `${item.status}, answer by ${longDate(item.answerDueOn)}`
                : item.status,
            },
          ])}
        />
      )}
      <h2 className="govuk-heading-m">Caseload: {people.length}</h2>
      {people.length === 0 ? (
        <EmptyState title="Nobody is on your caseload">
          <p className="govuk-body">
            The office puts people on it. You do not need to do anything.
          </p>
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption="Caseload"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Name' }, { text: 'Reference' }, { text: 'Area' }]}
          rows={people.map((person) => [
            { text: link(`/mentor/candidates/${person.id}`, person.fullName) },
            { text: person.reference },
            {
              text: (
                <>
                  {person.outcode ?? 'Not known'}{' '}
                  {person.pausedAt && <StatusTag label="Paused" tone="waiting" />}
                </>
              ),
            },
          ])}
        />
      )}
    </>
  )
}

const link = (href: string, text: string) => (
  <a className="govuk-link" href={href}>
    {text}
  </a>
)
