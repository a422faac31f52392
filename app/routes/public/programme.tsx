import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { pounds } from '#app/features/opportunities/money.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { getPublic } from '#app/features/programmes/queries.server.ts'
import { standingLabels } from '#app/features/programmes/status.ts'
import { sourceKinds } from '#app/features/programmes/vocabulary.ts'
import { spanOf, whomFor } from '#app/features/programmes/wording.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

// Browsers keep titles. Nobody who is signed in gets one that says which programme they read about.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title:
      data && !data.isSignedIn
        ? `${data.name}, ${data.operator ?? 'a programme'} – Throughgate`
        : 'A programme – Throughgate',
  },
]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    ...(await getPublic(ctx, args.params.slug ?? '')),
    isSignedIn: ctx.actor.role !== 'anonymous',
  }))
}

export default function Page() {
  const one = useLoaderData<typeof loader>()
  const areas = one.areas.filter(({ endsOn }) => endsOn === null).map(({ name }) => name)
  const sources = one.sources.filter(({ endsOn }) => endsOn === null)
  return (
    <>
      <BackLink href="/programmes">Programmes</BackLink>
      <PageHeading
        title={one.name}
        caption={`A programme run by ${one.operator ?? 'nobody we know of'}`}
      />
      <p className="govuk-body">
        <StatusTag {...standingLabels[one.standing]} />
      </p>
      {one.isInvented && (
        <InsetText>This programme is invented, so that you can try out the service.</InsetText>
      )}
      {one.description && <p className="govuk-body-l">{one.description}</p>}
      <SummaryList
        rows={[
          row('Run by', one.operator),
          row('Owned by', one.owner),
          row('For', whomFor(one)),
          row('When', spanOf(one.startsOn, one.closedOn, one.datesKnownTo)),
          row('After it', one.successor),
          row('Where', areas.join(', ')),
          row(
            'People come from',
            sources.map(({ label, kind }) => label || labelOf(sourceKinds, kind)).join(', '),
          ),
          row(
            'By yourself',
            one.kind === 'support' && one.closedOn === null
              ? one.takesSelfReferrals
                ? 'You can ask to join by yourself'
                : 'Somebody who helps you asks for you'
              : null,
          ),
          row('How long', one.supportMonths && `About ${one.supportMonths} months at first`),
          row('Lawful basis for records', one.lawfulBasis),
          row(
            'Records are kept',
            one.kind === 'support' ? `${one.retentionMonths} months after somebody has left` : null,
          ),
        ]}
      />
      {one.funding.length > 0 && (
        <Table
          isStacked
          caption="Who pays"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Funder' }, { text: 'When' }, { text: 'How much' }]}
          rows={one.funding.map((period) => [
            { text: period.isInvented ? `${period.funder} (invented)` : period.funder },
            { text: spanOf(period.startsOn, period.endsOn) },
            { text: period.amountPence === null ? 'Not stated' : pounds(period.amountPence) },
          ])}
        />
      )}
    </>
  )
}

const row = (name: string, text: string | number | null) =>
  text ? { key: { text: name }, value: { text } } : null
