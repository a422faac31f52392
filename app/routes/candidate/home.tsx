import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PhoneLink } from '#app/components/layout/phone-link.tsx'
import { StatusTag } from '#app/components/layout/status-tag.tsx'
import { getOwn } from '#app/features/candidates/queries.server.ts'
import { OpeningLine } from '#app/components/opening/opening-line.tsx'
import { listForCandidate } from '#app/features/introductions/queries.server.ts'
import { browseOpenings } from '#app/features/opportunities/browse.server.ts'
import { openToMe, browsePath, totalInWords } from '#app/features/opportunities/filters.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { searchFor } from '#app/http/services.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'My page – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    own: await getOwn(ctx),
    introductions: await listForCandidate(ctx),
    open: await browseOpenings(ctx, openToMe, searchFor(args.context, ctx)),
  }))
}

export default function Page() {
  const { own, introductions } = useLoaderData<typeof loader>()
  const open = introductions.filter(({ isOpen }) => isOpen)
  const over = introductions.filter(({ isOpen }) => !isOpen)
  return (
    <>
      <PageHeading caption="My page" title={`Hello ${own.fullName.split(' ')[0]}`} />
      {own.pausedAt && (
        <InsetText>
          You have paused since {longDate(own.pausedAt)}. What is under way goes on; nothing new
          begins.{' '}
          <a className="govuk-link" href="/me/profile/pause">
            End the pause
          </a>
        </InsetText>
      )}
      {open.length === 0 ? (
        <EmptyState title="Nothing under way yet">
          <p className="govuk-body">
            Open one you like and press “I’m interested”. It goes to your mentor, never straight to
            the employer.
          </p>
        </EmptyState>
      ) : (
        <>
          <h2 className="govuk-heading-m">Where things stand</h2>
          <IntroductionList items={open} />
        </>
      )}
      <OpenToYou />
      <Mentor own={own} />
      {over.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Over</h2>
          <IntroductionList items={over} />
        </>
      )}
    </>
  )
}

/** How many openings are shown here; the rest are one link away. */
const SHOWN = 3

function OpenToYou() {
  const { open, introductions } = useLoaderData<typeof loader>()
  const known = introductions.filter(({ isOpen }) => isOpen).map(({ openingId }) => openingId)
  const fresh = open.openings.filter(({ id }) => !known.includes(id)).slice(0, SHOWN)
  if (!open.seeker?.hasWishes)
    return (
      <EmptyState title="What would you like to do?">
        <p className="govuk-body">
          <a className="govuk-link" href="/me/profile/wishes">
            Say what you want
          </a>
          , and the openings that fit come here.
        </p>
      </EmptyState>
    )
  if (fresh.length === 0)
    return (
      <EmptyState title="Nothing new is open to you today">
        <p className="govuk-body">
          <a className="govuk-link" href="/openings">
            Look at all openings
          </a>
          : each says what is missing. Or{' '}
          <a className="govuk-link" href="/me/profile/wishes">
            change what you want
          </a>
          .
        </p>
      </EmptyState>
    )
  return (
    <section aria-labelledby="open-to-you">
      <h2 className="govuk-heading-m" id="open-to-you">
        Open to you
      </h2>
      <ul className="tg-cards">
        {fresh.map((opening) => (
          <OpeningLine opening={opening} level={3} key={opening.id} />
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={browsePath(openToMe)}>
          See {totalInWords(open.total)} open to you
        </a>
      </p>
    </section>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['introductions'][number]

function IntroductionList({ items }: { items: Item[] }) {
  return (
    <ul className="tg-cards">
      {items.map((item) => (
        <li className="tg-card" key={item.id}>
          <h3 className="tg-card__title">
            <a className="govuk-link" href={`/me/introductions/${item.id}`}>
              {item.title}
            </a>
          </h3>
          <p className="tg-card__fact">
            {item.kind}, {item.employerName}
          </p>
          <p className="tg-card__fact">
            <StatusTag
              label={item.status}
              tone={item.needsYou ? 'waiting' : item.isOpen ? 'info' : 'neutral'}
            />
          </p>
          <p className="tg-card__note">
            {item.needsYou && <strong>Your turn. </strong>}
            {item.next}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Mentor({ own }: { own: ReturnType<typeof useLoaderData<typeof loader>>['own'] }) {
  return (
    <section aria-labelledby="mentor">
      <h2 className="govuk-heading-m" id="mentor">
        Your mentor
      </h2>
      {own.mentorName ? (
        <p className="govuk-body">
          {own.mentorName}, {own.mentorOrganisation}. Ring{' '}
          {own.mentorPhone && <PhoneLink number={own.mentorPhone} />} if you have a question or
          something is wrong.
        </p>
      ) : (
        <p className="govuk-body">
          You do not have a mentor just now. The office is finding one for you, and you do not need
          to do anything.
        </p>
      )}
      <p className="govuk-body">Your reference is {own.reference}.</p>
    </section>
  )
}
