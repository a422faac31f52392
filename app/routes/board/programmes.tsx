import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { getCounted } from '#app/features/programmes/board-view.server.ts'
import { standingLabels } from '#app/features/programmes/status.ts'
import { countedOver, metricUnits } from '#app/features/programmes/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['board'] } satisfies RouteHandle

export const meta = () => [{ title: 'What programmes count – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, getCounted)
}

export default function Page() {
  const programmes = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="What programmes count" />
      <p className="govuk-body">
        These numbers come from the programmes, and the office enters them. Each stands beside what
        it means. People and events are counted apart. A number of people from 1 to 4 is hidden.
      </p>
      {programmes.length === 0 && (
        <EmptyState title="Nothing is counted yet">The office says what is counted.</EmptyState>
      )}
      {programmes.map(({ id, name, operator, standing, metrics }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">
            {[name, operator].filter(Boolean).join(', ')}{' '}
            <StatusTag {...standingLabels[standing]} />
          </h2>
          <Table
            isStacked
            caption={`What is counted by ${name}`}
            captionClasses="govuk-visually-hidden"
            head={[
              { text: 'What' },
              { text: 'What counts' },
              { text: 'Target' },
              { text: 'Numbers' },
            ]}
            rows={metrics.map((metric) => [
              { text: metric.name },
              { text: `${metric.definition} (${meaningOf(metric)})` },
              { text: metric.target?.toLocaleString('en-GB') ?? 'None' },
              {
                text:
                  metric.values
                    .map(({ number, period, source }) => `${number}, ${period} (${source})`)
                    .join('; ') || 'None entered',
              },
            ])}
          />
        </section>
      ))}
    </>
  )
}

interface Meaning {
  unit: string
  countedOver: string | null
  followUpMonths: number | null
}

const meaningOf = ({ unit, countedOver: over, followUpMonths }: Meaning) =>
  [
    labelOf(metricUnits, unit).toLowerCase(),
    over && `out of: ${labelOf(countedOver, over).toLowerCase()}`,
    followUpMonths !== null && `followed up for ${followUpMonths} months`,
  ]
    .filter(Boolean)
    .join('; ')
