import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { checkPassword } from '#app/features/accounts/check-password.server.ts'
import { getPasswordHolder } from '#app/features/accounts/password-holder.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { toResponse } from './errors.server.ts'
import { parseForm, readForm } from './form.server.ts'
import type { RouteHandle } from './handle.ts'
import { read } from './run.server.ts'
import { servicesOf } from './services.server.ts'

export type Confirmed<T> = { input: T } | { errors: Record<string, string[]> }

/**
 * Reads a form that asks for the password of whoever is signed in again, and checks it, before any
 * transaction: hashing takes its time. Tries are counted and slowed down as those of signing in.
 *
 * @param mayAsk throws for whoever has no business there, before a word of the form is looked at
 */
export async function confirmPassword<S extends z.ZodObject>(
  args: ActionFunctionArgs,
  handle: RouteHandle,
  { schema, mayAsk }: { schema: S; mayAsk: (ctx: Context) => Promise<unknown> },
): Promise<Confirmed<z.infer<S>>> {
  const { context } = args
  const services = servicesOf(context)
  const holder = await read(args, handle, async (ctx) => {
    await mayAsk(ctx)
    return getPasswordHolder(ctx, services.settings.isDemo)
  })
  try {
    const input = parseForm(await readForm(args.request.clone()), schema)
    if (holder.asksPassword) {
      const password = String(input.password ?? '')
      if (password === '') throw new Invalid({ password: ['Enter your password'] })
      await checkPassword(services, { email: holder.email, password, ...context })
    }
    return { input }
  } catch (error) {
    if (!(error instanceof Invalid)) throw toResponse(error, context)
    const { '': whole, ...fields } = error.fieldErrors
    // What signing in says of address and password is said of the password alone.
    return { errors: whole ? { ...fields, password: [WRONG] } : fields }
  }
}

const WRONG = 'That is not your password. Try again.'
