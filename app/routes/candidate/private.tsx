import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { getOwn } from '#app/features/candidates/queries.server.ts'
import { findStatement } from '#app/features/disclosure/statement.server.ts'
import { getStatus, listOwnRestrictions } from '#app/features/restrictions/queries.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'What employers are never told – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { id } = await getOwn(ctx)
    return {
      status: await getStatus(ctx, id),
      restrictions: await listOwnRestrictions(ctx, id),
      statement: await findStatement(ctx, id),
    }
  })
}

export default function Page() {
  const { status, restrictions, statement } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="What employers are never told" />
      <InsetText>
        All of this is kept locked. Your mentor and the office can read it only when they give a
        reason. You see each time on <SeenLink />.
      </InsetText>
      <h2 className="govuk-heading-m">Your restrictions</h2>
      {status.status === 'none' && <p className="govuk-body">You have none.</p>}
      {status.status === 'not_checked' && (
        <p className="govuk-body">Nobody has looked yet. Your mentor talks to you about it.</p>
      )}
      {status.status === 'some' && restrictions.length === 0 && (
        <p className="govuk-body">You have some. They are not written down yet.</p>
      )}
      {restrictions.map(({ id, effect, source, reviewOn }) => (
        <SummaryList
          key={id}
          rows={[
            row('What', effect),
            row('Where from', source),
            row('Looked at again', longDate(reviewOn)),
          ]}
        />
      ))}
      <p className="govuk-body">
        Is something wrong or out of date? Tell your mentor, and they put it right.
      </p>
      <h2 className="govuk-heading-m">Your past, in your own words</h2>
      {statement ? (
        <>
          <ExactWords body={statement.words} />
          <p className="govuk-body">
            {statement.isShared
              ? 'Your mentor may read this, with a reason. The office may too.'
              : 'Your mentor cannot read this. The office may, with a reason.'}
          </p>
          <ul className="govuk-list">
            <li>
              <a className="govuk-link" href="/me/private/words">
                Change these words
              </a>
            </li>
            <li>
              <a className="govuk-link" href="/me/private/words/delete">
                Delete these words
              </a>
            </li>
          </ul>
        </>
      ) : (
        <p className="govuk-body">
          You do not have to write anything here. If you like, you can{' '}
          <a className="govuk-link" href="/me/private/words">
            say it in your own words
          </a>
          .
        </p>
      )}
    </>
  )
}

const SeenLink = () => (
  <a className="govuk-link" href="/me/seen">
    Who saw what
  </a>
)

const row = (name: string, value: string) => ({ key: { text: name }, value: { text: value } })
