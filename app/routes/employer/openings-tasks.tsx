import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Button } from '#app/components/govuk/button.tsx'
import { TaskList } from '#app/components/govuk/task-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { NoteList } from '#app/components/opening/note-list.tsx'
import { OpeningAnswers } from '#app/components/opening/opening-answers.tsx'
import { sectionNames, sectionTitle } from '#app/features/opportunities/fields.ts'
import { draftById } from '#app/features/opportunities/queries.server.ts'
import { isEditable, standingFor } from '#app/features/opportunities/status.ts'
import { closeReasons, kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title || 'Your opening'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => draftById(ctx, args.params.id ?? ''))
}

export default function Page() {
  const { row, openness } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/employer">Your openings</BackLink>
      <PageHeading title={row.title || 'Your opening'} caption={labelOf(kinds, row.kind)} />
      <p className="govuk-body">
        <StatusTag {...standingFor('employer', row.state, openness)} />
      </p>
      {isEditable(row.state) ? <Tasks /> : <Answers />}
    </>
  )
}

function Tasks() {
  const { row, notes, progress } = useLoaderData<typeof loader>()
  const base = `/employer/openings/${row.id}`
  const isComplete = sectionNames.every((section) => progress[section])
  return (
    <>
      <NoteList heading="The office asks you to change" notes={notes} />
      <TaskList
        items={sectionNames.map((section) => ({
          title: { text: sectionTitle(section, row.kind) },
          href: `${base}/${section}`,
          status: statusOf(
            progress[section],
            notes.filter((note) => note.section === section),
          ),
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`/openings/${row.id}`}>
          See it as other people will
        </a>
      </p>
      {isComplete ? (
        <Button href={`${base}/check`}>Check your answers</Button>
      ) : (
        <p className="govuk-body">When every part is done you can check it and send it in.</p>
      )}
      {row.state === 'draft' && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/delete`}>
            Delete this draft
          </a>
        </p>
      )}
    </>
  )
}

function statusOf(isDone: boolean, asked: { isChanged: boolean | null }[]) {
  if (!isDone) return { tag: { text: 'To do', classes: 'govuk-tag--blue' } }
  if (asked.length === 0) return { text: 'Done' }
  return asked.every(({ isChanged }) => isChanged)
    ? { tag: { text: 'Changed', classes: 'govuk-tag--green' } }
    : { tag: { text: 'To change', classes: 'govuk-tag--red' } }
}

function Answers() {
  const { row, openness } = useLoaderData<typeof loader>()
  const base = `/employer/openings/${row.id}`
  return (
    <>
      {row.state === 'submitted' && (
        <p className="govuk-body">The office is checking it. You need do nothing now.</p>
      )}
      {openness === 'past' && (
        <p className="govuk-body">
          Its last day has passed, so nobody new finds it. Close it and say what happened. You can
          then open it again with a new last day.
        </p>
      )}
      {openness === 'full' && (
        <p className="govuk-body">
          Every place is taken, so nobody new finds it. If a place comes free, it is found again by
          itself.
        </p>
      )}
      {row.state === 'closed' && row.closeReason && (
        <p className="govuk-body">{labelOf(closeReasons, row.closeReason)}</p>
      )}
      <OpeningAnswers row={row} />
      {row.state === 'live' && (
        <Button href={`${base}/close`} classes="govuk-button--secondary">
          Close this opening
        </Button>
      )}
      {row.state === 'closed' && <Button href={`${base}/reopen`}>Open it again</Button>}
    </>
  )
}
