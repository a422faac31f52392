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
    const form = await readForm(args.request.clone())
    const errors: Record<string, string[]> = {}
    const input = await collect(errors, () => parseForm(form, schema))
    const typed = form.get('password')
    const password = typeof typed === 'string' ? typed : ''
    if (holder.asksPassword && password === '') errors.password = ['Enter your password']
    if (!input || Object.keys(errors).length > 0) return { errors }
    if (holder.asksPassword) {
      const { address, requestId } = context
      const given = { email: holder.email, password, address, requestId }
      // What signing in says of address and password is said of the password alone.
      const right = await collect({}, () => checkPassword(services, given))
      if (!right) return { errors: { password: ['That is not your password. Try again.'] } }
    }
    return { input }
  } catch (error) {
    throw toResponse(error, context)
  }
}

/** What `work` gives; null where the form cannot be taken, with what is wrong added to `errors`. */
async function collect<T>(errors: Record<string, string[]>, work: () => T | Promise<T>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    Object.assign(errors, error.fieldErrors)
    return null
  }
}
