import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listAll } from '#app/features/programmes/queries.server.ts'
import { standingLabels } from '#app/features/programmes/status.ts'
import { spanOf } from '#app/features/programmes/wording.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Programmes – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listAll)
}

export default function Page() {
  const all = useLoaderData<typeof loader>()
  const running = all.filter(({ standing }) => standing !== 'closed')
  const closed = all.filter(({ standing }) => standing === 'closed')
  return (
    <>
      <PageHeading title="Programmes" />
      <ul className="govuk-list">
        <li>{link('/office/programmes/new', 'Add a programme')}</li>
        <li>{link('/office/organisations', 'Organisations that run or own them')}</li>
        <li>{link('/office/districts', 'Districts they work in')}</li>
      </ul>
      {all.length === 0 && (
        <EmptyState title="No programmes yet">
          Add the first one, then enrol people in it.
        </EmptyState>
      )}
      {running.length > 0 && <Programmes caption="Open" programmes={running} />}
      {closed.length > 0 && <Programmes caption="Closed" programmes={closed} />}
    </>
  )
}

interface ProgrammesProps {
  caption: string
  programmes: ReturnType<typeof useLoaderData<typeof loader>>
}

function Programmes({ caption, programmes }: ProgrammesProps) {
  return (
    <Table
      isStacked
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Name' }, { text: 'Run by' }, { text: 'When' }, { text: 'Status' }]}
      rows={programmes.map((one) => [
        {
          text: (
            <>
              {link(`/office/programmes/${one.id}`, one.name)}
              {one.kind === 'board' && ' (a board)'}
              {one.isInvented && ' (invented)'}
            </>
          ),
        },
        { text: one.operator ?? 'Not known' },
        { text: spanOf(one.startsOn, one.closedOn, one.datesKnownTo) },
        { text: <StatusTag {...standingLabels[one.standing]} /> },
      ])}
    />
  )
}

const link = (href: string, text: string) => (
  <a className="govuk-link" href={href}>
    {text}
  </a>
)
