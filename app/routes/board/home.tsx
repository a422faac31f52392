import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BarChart } from '#app/components/chart/bar-chart.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { getBoard } from '#app/features/reports/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['board'] } satisfies RouteHandle

export const meta = () => [{ title: 'Figures – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, getBoard)
}

const written = (count: number | null) =>
  count === null ? 'fewer than 5' : count.toLocaleString('en-GB')

export default function Page() {
  const board = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Figures" />
      <p className="govuk-body-l">
        {board.employers} employers and providers have been approved, as of {longDate(board.today)}.
      </p>
      <Table
        isStacked
        caption="Openings by kind and the year they were published"
        captionClasses="govuk-table__caption--m"
        head={[
          { text: 'Kind' },
          ...board.years.map((year) => ({ text: year, format: 'numeric' as const })),
        ]}
        rows={[
          ...board.opportunities.map(({ kind, counts }) => [
            { text: kind },
            ...counts.map((count) => ({ text: written(count), format: 'numeric' as const })),
          ]),
          [
            { text: 'All kinds' },
            ...board.years.map((year, index) => ({
              text: written(
                board.opportunities.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
              ),
              format: 'numeric' as const,
            })),
          ],
        ]}
        firstCellIsHeader
      />
      <BarChart
        title="From interested to started"
        labelHeading="Step"
        valueHeading="Introductions"
        data={board.funnel}
        note="Introductions are counted, not people: one person may have several. An offer is not a start; a start is counted once the mentor has confirmed it. Counts from 1 to 4 are hidden."
      />
      <Table
        isStacked
        caption="The same by kind of opening"
        captionClasses="govuk-table__caption--m"
        head={[
          { text: 'Kind' },
          ...board.steps.map((step) => ({ text: step, format: 'numeric' as const })),
        ]}
        rows={board.funnelByKind.map(({ kind, values }) => [
          { text: kind },
          ...values.map((value) => ({ text: written(value), format: 'numeric' as const })),
        ])}
        firstCellIsHeader
      />
    </>
  )
}
