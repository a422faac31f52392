import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listPublic } from '#app/features/programmes/queries.server.ts'
import { standingLabels } from '#app/features/programmes/status.ts'
import { spanOf, whomFor } from '#app/features/programmes/wording.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Programmes – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) =>
    (await listPublic(ctx)).map(({ id, slug, publicSlug, ...one }) => ({
      ...one,
      id,
      // Whoever is signed in leaves no name of a programme in their list of pages seen.
      href: `/programmes/${ctx.actor.role === 'anonymous' ? publicSlug : slug}`,
    })),
  )
}

export default function Page() {
  const programmes = useLoaderData<typeof loader>()
  const open = programmes.filter(({ standing }) => standing !== 'closed')
  const closed = programmes.filter(({ standing }) => standing === 'closed')
  return (
    <>
      <PageHeading title="Programmes" />
      <p className="govuk-body">
        These are the schemes that people come from, and the boards that watch over them.
      </p>
      {programmes.length === 0 && (
        <EmptyState title="No programmes yet">They are listed here when they begin.</EmptyState>
      )}
      {open.length > 0 && <Programmes caption="Open" programmes={open} />}
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
      head={[
        { text: 'Name' },
        { text: 'Run by' },
        { text: 'For' },
        { text: 'When' },
        { text: 'Status' },
      ]}
      rows={programmes.map((one) => [
        {
          text: (
            <>
              <a className="govuk-link" href={one.href}>
                {one.name}
              </a>
              {one.isInvented && ' (invented)'}
            </>
          ),
        },
        { text: one.operator ?? 'Not known' },
        { text: whomFor(one) },
        { text: spanOf(one.startsOn, one.closedOn, one.datesKnownTo) },
        { text: <StatusTag {...standingLabels[one.standing]} /> },
      ])}
    />
  )
}
