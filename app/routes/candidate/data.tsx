import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { PdfLink } from '#app/components/layout/pdf-link.tsx'
import { PaperArticle } from '#app/components/layout/paper-article.tsx'
import { getMyData } from '#app/features/candidates/my-data.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Everything that is held about you – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const hasNoPdf = new URL(args.request.url).searchParams.get('pdf') === 'no'
  return { hasNoPdf, paper: await read(args, handle, getMyData) }
}

export default function Page() {
  const { paper, hasNoPdf } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/me/profile">Your profile</BackLink>
      <div className="tg-screen-only">
        <PageHeading title="Everything that is held about you" />
        <p className="govuk-body">
          This is all of it, with who saw what. Nobody but you gets it. Think about who else can
          read it before you print it.
        </p>
        <PdfLink href="/me/data.pdf" isRefused={hasNoPdf} />
      </div>
      <PaperArticle paper={paper} />
    </>
  )
}
