import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/govuk/button.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { Table } from '#app/components/govuk/table.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { listForEmployer } from '#app/features/introductions/queries.server.ts'
import { ownOpenings } from '#app/features/opportunities/queries.server.ts'
import { standingFor } from '#app/features/opportunities/status.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'Your openings – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { employer, openings } = await ownOpenings(ctx)
    return {
      name: employer.name,
      isPending: employer.approvedAt === null && employer.refusedAt === null,
      refusalReason: employer.refusalReason,
      openings,
      introductions: await listForEmployer(ctx),
    }
  })
}

export default function Page() {
  const { name, isPending, refusalReason } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Your openings" caption={name} />
      {isPending && (
        <InsetText>
          The office is checking your organisation. You can write openings now, and send them in
          once it is approved.
        </InsetText>
      )}
      {refusalReason && (
        <InsetText>
          The office did not approve your organisation. It said: {refusalReason} You cannot post
          openings. If you can put this right, tell the office.
        </InsetText>
      )}
      <Introductions />
      <Openings />
      {refusalReason === null && <Button href="/employer/openings/new">Post an opening</Button>}
    </>
  )
}

function Introductions() {
  const { introductions } = useLoaderData<typeof loader>()
  if (introductions.length === 0) return null
  return (
    <Table
      isStacked
      caption="People introduced to you"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Introduction' }, { text: 'For' }, { text: 'Where it stands' }]}
      rows={introductions.map((one) => [
        {
          text:
            one.isOpen || one.hasLeft ? (
              <a href={`/employer/introductions/${one.id}`}>{one.reference}</a>
            ) : (
              one.reference
            ),
        },
        { text: one.title },
        {
          text: (
            <>
              <StatusTag label={one.status} tone={one.needsYou ? 'waiting' : 'neutral'} />
              {one.answerDueOn && ` Please answer by ${longDate(one.answerDueOn)} `}
              {one.isOverdue && <StatusTag label="Overdue" tone="problem" />}
            </>
          ),
        },
      ])}
    />
  )
}

function Openings() {
  const { openings } = useLoaderData<typeof loader>()
  if (openings.length === 0)
    return (
      <EmptyState title="No openings yet">
        Post your first one. You can stop and come back at any time.
      </EmptyState>
    )
  return (
    <Table
      isStacked
      caption="Openings"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Opening' }, { text: 'Status' }, { text: 'Places' }, { text: 'Open until' }]}
      rows={openings.map((one) => [
        {
          text: (
            <>
              <a href={`/employer/openings/${one.id}`}>{one.title || 'No title yet'}</a>
              <br />
              {labelOf(kinds, one.kind)}
            </>
          ),
        },
        { text: <StatusTag {...standingFor('employer', one.state, one.openness)} /> },
        { text: `${one.placesTaken} of ${one.places} taken` },
        { text: one.closesOn ? longDate(one.closesOn) : '' },
      ])}
    />
  )
}
