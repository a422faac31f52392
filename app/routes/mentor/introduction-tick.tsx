import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { tickSchema } from '#app/features/introductions/schema.ts'
import { tickOff } from '#app/features/introductions/ticks.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

/** The button is on the page of the introduction. */
export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { id } = await getForMentor(ctx, args.params.id)
    return redirect(`/mentor/introductions/${id}`)
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id, task: due } = await getForMentor(ctx, args.params.id)
    const { task } = parseForm(form, tickSchema)
    await tickOff(ctx, { introductionId: id, task, isDue: due?.tick === task })
    return redirect(`/mentor/introductions/${id}?done=ticked`, 303)
  })
}

/** Drawn never: with a component of its own, what goes wrong here is a page and not bare text. */
export default function Page() {
  return null
}
