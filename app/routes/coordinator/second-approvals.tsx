import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Table } from '#app/components/govuk/table.tsx'

import { DoneBanner } from '#app/components/layout/done-banner.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import {
  listSecondApprovals,
  secondApprovalDone,
} from '#app/features/introductions/second-approval.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Second approvals – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const given = new URL(args.request.url).searchParams.get('given')
  return read(args, handle, async (ctx) => ({
    done: await secondApprovalDone(ctx, given),
    list: await listSecondApprovals(ctx),
  }))
}

export default function Page() {
  const { done, list } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/office">Office</BackLink>
      <DoneBanner text={done} />
      <PageHeading title="Second approvals" />
      <p className="govuk-body">
        Before anything about somebody under 18 is shared, a safeguarding lead approves as well. It
        is somebody else than whoever approved first.
      </p>
      {list.length === 0 ? (
        <EmptyState title="Nothing waits">
          <p className="govuk-body">What a mentor has approved comes here.</p>
        </EmptyState>
      ) : (
        <Table
          isStacked
          caption="What waits"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Who' }, { text: 'Opening' }, { text: 'By' }]}
          rows={list.map(({ id, personName, title, employerName, mayGive, dueOn, isOverdue }) => [
            {
              text: mayGive ? (
                <a className="govuk-link" href={`/office/second-approvals/${id}`}>
                  {personName}
                </a>
              ) : (
                personName
              ),
            },
            { text: `${title}, ${employerName}` },
            {
              text: (
                <>
                  {longDate(dueOn)} {isOverdue && <StatusTag label="Overdue" tone="problem" />}
                </>
              ),
            },
          ])}
        />
      )}
    </>
  )
}
