import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReviewPage } from '#app/components/programme/review-page.tsx'
import { getForReview, recordReview } from '#app/features/programmes/review.server.ts'
import { reviewSchema } from '#app/features/programmes/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Review the support – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getForReview(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    const candidateId = await recordReview(ctx, { id, ...parseForm(form, reviewSchema) })
    return redirect(`/mentor/candidates/${candidateId}`, 303)
  })
}

export default function Page() {
  const enrolment = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = { href: `/mentor/candidates/${enrolment.candidateId}`, text: 'Back' }
  return <ReviewPage enrolment={enrolment} back={back} refused={refused} />
}
