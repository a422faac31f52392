import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PdfLink } from '#app/components/layout/pdf-link.tsx'
import { PaperArticle } from '#app/components/layout/paper-article.tsx'
import { getCv } from '#app/features/profiles/cv.server.ts'
import { ownProfile } from '#app/features/profiles/owner.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Your CV – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const hasNoPdf = new URL(args.request.url).searchParams.get('pdf') === 'no'
  return {
    hasNoPdf,
    paper: await read(args, handle, async (ctx) => getCv(ctx, (await ownProfile(ctx)).candidateId)),
  }
}

export default function Page() {
  const { paper, hasNoPdf } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/me/profile">Your profile</BackLink>
      <div className="tg-screen-only">
        <PageHeading title="Your CV" />
        <p className="govuk-body">
          Print it with your browser, or keep it as a PDF. It never says where you got a ticket, nor
          which programme you are in.
        </p>
        <PdfLink href="/me/cv.pdf" isRefused={hasNoPdf} />
      </div>
      <PaperArticle paper={paper} />
    </>
  )
}
