import type { ActionFunctionArgs } from '@remix-run/node'
import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { checkPassword } from '#app/features/accounts/check-password.server.ts'
import { passwordSignIn } from '#app/features/accounts/schema.ts'
import { Invalid } from '#app/platform/errors.ts'
import { toResponse } from './errors.server.ts'
import { parseForm, readForm } from './form.server.ts'
import { servicesOf } from './services.server.ts'

export type Attempt = { userId: string } | { errors: Record<string, string[]> }

/** Checks e-mail and password of a form, before any transaction: hashing takes its time. */
export async function authenticate({ request, context }: ActionFunctionArgs): Promise<Attempt> {
  const { requestId, address } = context
  const authenticator = new Authenticator<{ userId: string }>()
  authenticator.use(
    new FormStrategy(({ form }) => {
      const { email, password } = parseForm(form, passwordSignIn)
      return checkPassword(servicesOf(context), { email, password, address, requestId })
    }),
    'password',
  )
  try {
    await readForm(request.clone())
    return await authenticator.authenticate('password', request.clone())
  } catch (error) {
    if (error instanceof Invalid) return { errors: error.fieldErrors }
    throw toResponse(error, context)
  }
}
