import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showInterestOnce } from '#app/features/introductions/propose.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { openingById } from '#app/features/opportunities/queries.server.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

/** Whoever signs in on the way here comes back with a GET: the button is on the opening's page. */
export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { opening } = await openingById(ctx, args.params.id ?? '')
    return redirect(`/openings/${opening.id}`)
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const opportunityId = args.params.id ?? ''
    if (!isUuid(opportunityId)) throw new NotFound()
    const { id, isNew } = await showInterestOnce(ctx, { opportunityId })
    return redirect(`/me/introductions/${id}${isNew ? '?done=interest' : ''}`, 303)
  })
}

/** Drawn never: with a component of its own, what goes wrong here is a page and not bare text. */
export default function Page() {
  return null
}
