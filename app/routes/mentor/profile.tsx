import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { ProfileTasks } from '#app/components/profile/profile-tasks.tsx'
import { profileOnBehalf, recordReading } from '#app/features/profiles/owner.server.ts'
import { progressOf } from '#app/features/profiles/progress.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Fill in a profile – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const owner = await profileOnBehalf(ctx, args.params.id)
    await recordReading(ctx, owner)
    const { candidateId, caption } = owner
    return { candidateId, caption, pages: await progressOf(ctx, owner) }
  })
}

export default function Page() {
  const { candidateId, caption, pages } = useLoaderData<typeof loader>()
  const person = `/mentor/candidates/${candidateId}`
  return (
    <>
      <BackLink href={person}>Back to the person</BackLink>
      <PageHeading caption={caption} title="Fill in a profile" />
      <InsetText>
        For people without a phone, or who like to do it with you. The words are theirs: write what
        they say. It is kept that it was you who wrote it. Nobody can say yes for them here.
      </InsetText>
      <ProfileTasks base={`${person}/profile`} pages={pages} />
      <p className="govuk-body">
        <a className="govuk-link" href={`${person}/cv`}>
          The CV, to print
        </a>
      </p>
    </>
  )
}
