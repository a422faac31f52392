import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findInvented, isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { demoPerson } from '#app/features/accounts/schema.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { homeOf } from '#app/http/home-of.ts'
import { act, read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { beginSession } from '#app/http/session.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, () => Promise.reject(new NotFound()))
}

export async function action(args: ActionFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return act(args, handle, async (ctx, form) => {
    if (!(await isDemoOpen(ctx, settings.isDemo))) throw new NotFound()
    const { person } = parseForm(form, demoPerson)
    const userId = await findInvented(ctx, person)
    if (!userId) throw new NotFound()
    const session = beginSession(args)
    await signIn(ctx, { ...session.ids, userId, beganWith: 'demo', onlyAs: person })
    return redirect(homeOf(person), session.init)
  })
}

/** Never drawn; with it, errors are pages and not bare answers. */
export default function Page() {
  return null
}
