import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import type { SummaryAction, SummaryRow } from '#app/components/govuk/summary-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { MetricFacts } from '#app/components/programme/metric-facts.tsx'
import { pounds } from '#app/features/opportunities/money.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { getForOffice } from '#app/features/programmes/queries.server.ts'
import { standingLabels } from '#app/features/programmes/status.ts'
import { ageDays, secondApprovers, sourceKinds } from '#app/features/programmes/vocabulary.ts'
import { ageWords, dateKnownTo, spanOf } from '#app/features/programmes/wording.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

// Browsers keep titles: they never say which programme.
export const meta = () => [{ title: 'A programme – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getForOffice(ctx, args.params.id ?? ''))
}

export default function Page() {
  const { programme, operator, standing, successor, enrolled } = useLoaderData<typeof loader>()
  const here = `/office/programmes/${programme.id}`
  return (
    <>
      <BackLink href="/office/programmes">Programmes</BackLink>
      <PageHeading
        title={programme.name}
        caption={`A programme run by ${operator ?? 'nobody we know of'}`}
      />
      <p className="govuk-body">
        <StatusTag {...standingLabels[standing]} /> People in it now: {enrolled}.
      </p>
      {programme.isInvented && <InsetText>This programme is invented, for trying out.</InsetText>}
      {programme.closedOn && (
        <p className="govuk-body">
          Closed: {dateKnownTo(programme.closedOn, programme.datesKnownTo)}.
          {successor && ` After it: ${successor}.`}
        </p>
      )}
      <p className="govuk-body">
        {programme.closedOn
          ? link(`${here}/reopen`, 'Open this programme again')
          : link(`${here}/close`, 'Close this programme')}
      </p>
      <About />
      <People />
      <Law />
      <Parts />
    </>
  )
}

function About() {
  const { programme, operator, owner } = useLoaderData<typeof loader>()
  const { publicSlug } = programme
  return (
    <SummaryList
      card={card('About', programme.id, 'about', 'Change')}
      rows={[
        row('What it is', programme.kind === 'board' ? 'A board' : 'It supports people'),
        row('What it does', programme.description || 'Nothing said yet'),
        row('Run by', operator ?? 'Not known'),
        row('Owned by', owner ?? 'Nobody else'),
        row(
          'First day',
          programme.startsOn
            ? dateKnownTo(programme.startsOn, programme.datesKnownTo)
            : 'Not known',
        ),
        row(
          'Public page',
          publicSlug ? link(`/programmes/${programme.slug}`, `/programmes/${publicSlug}`) : 'None',
        ),
        row('An employer may read', programme.employerWording || 'Nothing'),
      ]}
    />
  )
}

function People() {
  const { programme } = useLoaderData<typeof loader>()
  return (
    <SummaryList
      card={card('Who it is for', programme.id, 'people', 'Change')}
      rows={[
        row(
          'Age',
          [
            ageWords(programme) ?? 'any',
            labelOf(ageDays, programme.ageMeasuredAt).toLowerCase(),
          ].join(', '),
        ),
        row(
          'Women or men only',
          programme.onlySex
            ? `For ${programme.onlySex} only. Legal basis: ${programme.onlySexBasis}`
            : 'For anybody',
        ),
        row('What else people need', programme.needLink || 'Nothing'),
        row('Only people of its areas', yesNo(programme.areasOnly)),
        row(
          'Support is reviewed',
          programme.supportMonths ? `After ${programme.supportMonths} months` : 'By no rule',
        ),
        row('A second person approves', labelOf(secondApprovers, programme.secondApprover)),
        row('People can come by themselves', yesNo(programme.takesSelfReferrals)),
        row('Records what people may not do', yesNo(programme.recordsRestrictions)),
      ]}
    />
  )
}

function Law() {
  const { programme } = useLoaderData<typeof loader>()
  return (
    <SummaryList
      card={card('The law', programme.id, 'law', 'Change')}
      rows={[
        row('Lawful basis', programme.lawfulBasis || 'Not recorded'),
        row('Condition for records about crime or health', programme.schedule1Condition || 'None'),
        row('Records are kept', `${programme.retentionMonths} months after somebody has left`),
      ]}
    />
  )
}

function Parts() {
  const { programme, funding, areas, sources, metrics } = useLoaderData<typeof loader>()
  const { id } = programme
  return (
    <>
      <SummaryList
        card={card('Money', id, 'funding', 'Add money')}
        rows={orNothing(
          funding.map((one) => ({
            ...row(
              one.funder,
              <>
                {spanOf(one.startsOn, one.endsOn)}
                <br />
                {one.amountPence === null ? 'Amount not stated' : pounds(one.amountPence)}
                {one.note && (
                  <>
                    <br />
                    {one.note}
                  </>
                )}
                {one.isInvented && (
                  <>
                    <br />
                    Invented, for trying out
                  </>
                )}
              </>,
            ),
            ...actions([change(`/office/funding/${one.id}`, 'Change', one.funder)]),
          })),
          'No money is recorded, so it counts as paid for',
        )}
      />
      <SummaryList
        card={card('Areas', id, 'areas', 'Add an area')}
        rows={orNothing(
          areas.map((one) => ({
            ...row(one.name, spanOf(one.startsOn, one.endsOn)),
            ...actions(one.endsOn ? [] : [change(`/office/areas/${one.id}/end`, 'End', one.name)]),
          })),
          'No area is recorded',
        )}
      />
      <SummaryList
        card={card('Where people come from', id, 'sources', 'Add a source')}
        rows={orNothing(
          sources.map((one) => ({
            ...row(
              one.label,
              [labelOf(sourceKinds, one.kind), one.organisation, spanOf(one.startsOn, one.endsOn)]
                .filter(Boolean)
                .join(', '),
            ),
            ...actions(
              one.endsOn ? [] : [change(`/office/sources/${one.id}/end`, 'End', one.label)],
            ),
          })),
          'No source is recorded',
        )}
      />
      <SummaryList
        card={card('What is counted', id, 'metrics', 'Add something that is counted')}
        rows={orNothing(
          metrics.map((metric) => ({
            ...row(metric.name, <MetricFacts metric={metric} />),
            ...actions([
              change(`/office/metrics/${metric.id}/values`, 'Enter a number', metric.name),
              change(`/office/metrics/${metric.id}`, 'Change', metric.name),
            ]),
          })),
          'Nothing is counted',
        )}
      />
    </>
  )
}

const card = (text: string, id: string, page: string, action: string) => ({
  title: { text },
  actions: { items: [{ href: `/office/programmes/${id}/${page}`, text: action }] },
})

const row = (name: string, text: SummaryRow['value']['text']) => ({
  key: { text: name },
  value: { text },
})

const change = (href: string, text: string, of: string) => ({ href, text, visuallyHiddenText: of })

const actions = (items: SummaryAction[]) => (items.length > 0 ? { actions: { items } } : {})

const orNothing = (rows: SummaryRow[], words: string) =>
  rows.length > 0 ? rows : [row('Nothing yet', words)]

const yesNo = (isSo: boolean) => (isSo ? 'Yes' : 'No')

const link = (href: string, text: string) => (
  <a className="govuk-link" href={href}>
    {text}
  </a>
)
