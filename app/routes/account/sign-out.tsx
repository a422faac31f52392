import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/features/accounts/sign-in.server.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { endedSessionCookie, sessionHashOf } from '#app/http/session.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, () => Promise.reject(new NotFound()))
}

export async function action(args: ActionFunctionArgs) {
  const { settings } = servicesOf(args.context)
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    await signOut(ctx, sessionHashOf(args.request, settings))
    return redirect('/', {
      status: 303,
      headers: {
        'Set-Cookie': endedSessionCookie(settings),
        'Clear-Site-Data': '"cache", "cookies", "storage"',
      },
    })
  })
}

/** Never drawn; with it, errors are pages and not bare answers. */
export default function Page() {
  return null
}
