import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Button } from '#app/components/govuk/button.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { FitNote } from '#app/components/opening/fit-note.tsx'
import { findOwnFor } from '#app/features/introductions/queries.server.ts'
import { answerText, payText } from '#app/features/opportunities/answer-text.ts'
import { fieldsOf } from '#app/features/opportunities/fields.ts'
import { openingById } from '#app/features/opportunities/queries.server.ts'
import {
  dbsLevels,
  dbsLevelsNeedingBasis,
  exclusions,
  hours,
  kinds,
  labelOf,
  sectors,
  stances,
} from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.opening.title || UNTITLED} – Throughgate` },
]

/** A draft may be looked at before it has a title. */
const UNTITLED = 'No title yet'

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const found = await openingById(ctx, args.params.id ?? '')
    const isCandidate = ctx.actor.role === 'candidate'
    return { ...found, ownId: isCandidate ? await findOwnFor(ctx, found.opening.id) : null }
  })
}

export default function Page() {
  const { opening, employer, openness, isOwn, fit } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={isOwn ? '/employer' : '/openings'}>
        {isOwn ? 'Your openings' : 'All openings'}
      </BackLink>
      <PageHeading title={opening.title || UNTITLED} caption={labelOf(kinds, opening.kind)} />
      {openness !== 'open' && <InsetText>{notOpenText(openness, opening.state)}</InsetText>}
      <p className="govuk-body-l">{employer.name}</p>
      {fit && <FitNote {...fit} />}
      {opening.summary.split(/\n+/).map((paragraph, index) => (
        <p className="govuk-body" key={index}>
          {paragraph}
        </p>
      ))}
      <Facts />
      <WhatNext />
      {employer.about && (
        <>
          <h2 className="govuk-heading-m">About {employer.name}</h2>
          <p className="govuk-body">{employer.about}</p>
        </>
      )}
    </>
  )
}

function notOpenText(openness: 'not_live' | 'past' | 'full', state: string): string {
  if (openness === 'full')
    return 'Every place is taken. Nobody new can show interest unless a place comes free.'
  return openness === 'past' || state === 'closed'
    ? 'This opening is closed. Nobody new can show interest.'
    : 'This is how people will see it once it is live.'
}

function Facts() {
  const { opening, where, placesLeft } = useLoaderData<typeof loader>()
  const ofItsKind = fieldsOf('details', opening.kind).filter(({ isDetail }) => isDetail)
  const row = (label: string, text: string) =>
    text !== '' && { key: { text: label }, value: { text } }
  return (
    <SummaryList
      rows={[
        row('Pay', payText(opening)),
        ...ofItsKind.map((field) => row(field.readAs ?? field.label, answerText(field, opening))),
        row('Kind of work', labelOf(sectors, opening.sector)),
        row('Hours', opening.hours.map((one) => labelOf(hours, one)).join(', ')),
        row('Where', where),
        placesLeft === null
          ? row('Places', String(opening.places))
          : row('Places left', `${placesLeft} of ${opening.places}`),
        row('Youngest age', String(opening.minAge)),
        row('If you have a conviction', labelOf(stances, opening.stance)),
        ...opening.exclusions.map(({ code, reason }) => row(labelOf(exclusions, code), reason)),
        row('Criminal record check (DBS)', labelOf(dbsLevels, opening.dbsLevel)),
        row(
          'Why this check',
          dbsLevelsNeedingBasis.includes(opening.dbsLevel) ? (opening.dbsBasis ?? '') : '',
        ),
        row('Open until', opening.closesOn ? longDate(opening.closesOn) : ''),
      ]}
    />
  )
}

function WhatNext() {
  const { opening, openness, role, ownId, stays } = useLoaderData<typeof loader>()
  if (ownId !== null)
    return (
      <>
        <p className="govuk-body">
          You have an introduction for this opening.{' '}
          <a className="govuk-link" href={`/me/introductions/${ownId}`}>
            See where it stands
          </a>
          .
        </p>
        {stays?.hiddenFrom && <Hidden employerId={stays.hiddenFrom} />}
      </>
    )
  if (stays?.hiddenFrom) return <Hidden employerId={stays.hiddenFrom} />
  if (openness !== 'open') return null
  if (stays?.isPaused)
    return (
      <InsetText>
        You have paused, so nothing new can begin.{' '}
        <a className="govuk-link" href="/me/profile/pause">
          End the pause
        </a>{' '}
        to say that you are interested.
      </InsetText>
    )
  if (role === 'candidate')
    return (
      <Form action={`/openings/${opening.id}/interest`}>
        <p className="govuk-body">
          This tells your mentor, and nobody else. The employer hears nothing unless you and your
          mentor both agree.
        </p>
        <SubmitButton>I’m interested</SubmitButton>
      </Form>
    )
  if (role === 'mentor')
    return <Button href={`/mentor/openings/${opening.id}/shortlist`}>Suggest somebody</Button>
  if (role === 'anonymous')
    return (
      <p className="govuk-body">
        In a programme? <a href={`/sign-in?to=/openings/${opening.id}`}>Sign in</a> to tell your
        mentor you are interested. <a href="/no-mentor">No mentor yet?</a>
      </p>
    )
  return null
}

function Hidden({ employerId }: { employerId: string }) {
  const { opening } = useLoaderData<typeof loader>()
  return (
    <Form action="/me/profile/hidden">
      <InsetText>You have hidden yourself from this employer. It cannot tell.</InsetText>
      <input type="hidden" name="act" value="show" />
      <input type="hidden" name="employerId" value={employerId} />
      <input type="hidden" name="openingId" value={opening.id} />
      <SubmitButton tone="secondary">Stop hiding from this employer</SubmitButton>
    </Form>
  )
}
