import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { ProfileTasks } from '#app/components/profile/profile-tasks.tsx'
import { ownProfile } from '#app/features/profiles/owner.server.ts'
import { progressOf } from '#app/features/profiles/progress.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Your profile – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    pages: await progressOf(ctx, await ownProfile(ctx)),
  }))
}

/** Whether anything is kept there is not said here, where others may see the screen. */
const keptPrivate = {
  title: { text: 'Anything about convictions you want kept' },
  href: '/me/private',
  hint: { text: 'Last, and only if you want.' },
  status: { text: 'You do not have to' },
}

export default function Page() {
  const { pages } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Your profile" />
      <InsetText>
        Fill in what you like, in any order. You do not have to fill in anything. Each page is saved
        by itself, and nobody outside sees it until you say yes to one employer and one opening, and
        your mentor has agreed.
      </InsetText>
      <ProfileTasks base="/me/profile" pages={pages} last={keptPrivate} />
      <h2 className="govuk-heading-m">To print or keep</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/me/cv">
            Your CV
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/me/data">
            Everything that is held about you
          </a>
        </li>
      </ul>
    </>
  )
}
