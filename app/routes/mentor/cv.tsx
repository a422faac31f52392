import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PaperArticle } from '#app/components/layout/paper-article.tsx'
import { getCv } from '#app/features/profiles/cv.server.ts'
import { profileOnBehalf, recordReading } from '#app/features/profiles/owner.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'The CV, to print – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const owner = await profileOnBehalf(ctx, args.params.id)
    await recordReading(ctx, owner)
    const { candidateId } = owner
    return { candidateId, paper: await getCv(ctx, candidateId) }
  })
}

export default function Page() {
  const { candidateId, paper } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={`/mentor/candidates/${candidateId}/profile`}>The whole profile</BackLink>
      <div className="tg-screen-only">
        <PageHeading title="The CV, to print" />
        <p className="govuk-body">
          Print it with your browser for somebody who has no printer. It never says where a ticket
          was gained, nor which programme somebody is in.
        </p>
      </div>
      <PaperArticle paper={paper} />
    </>
  )
}
