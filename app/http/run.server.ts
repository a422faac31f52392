import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { touchSession } from '#app/features/accounts/sessions.server.ts'
import { anonymous, system } from '#app/platform/context.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { actAs, inTransaction, REQUEST_LIMIT } from '#db/client.server.ts'
import type { Tx } from '#db/client.server.ts'
import { toResponse } from './errors.server.ts'
import { readForm, valuesToShowAgain } from './form.server.ts'
import type { RouteHandle } from './handle.ts'
import { servicesOf } from './services.server.ts'
import { sessionHashOf } from './session.server.ts'

/** What an action answers when the form cannot be taken: messages by field, and what was typed. */
export interface Refused {
  errors: Record<string, string[]>
  values: Record<string, string | string[]>
}

/**
 * Runs a loader in one transaction, after the door: anonymous people are sent to sign in, the
 * wrong role finds nothing. Domain errors become responses.
 */
export async function read<T>(
  args: LoaderFunctionArgs,
  handle: RouteHandle,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  try {
    return await inRequest(args, handle, work)
  } catch (error) {
    throw toResponse(error, args.context)
  }
}

/**
 * Runs an action in one transaction, after the door. `Invalid` is answered with 422 and what was
 * typed; any other domain error becomes a response; the transaction is undone in both cases.
 */
export async function act<T>(
  args: ActionFunctionArgs,
  handle: RouteHandle,
  work: (ctx: Context, form: FormData) => Promise<T>,
): Promise<T | Refused> {
  let form: FormData | undefined
  try {
    form = await readForm(args.request)
    const read = form
    return await inRequest(args, handle, (ctx) => work(ctx, read))
  } catch (error) {
    if (error instanceof Invalid && form) return refused(error.fieldErrors, form)
    throw toResponse(error, args.context)
  }
}

/** The answer to a form that cannot be taken, for actions that must keep what they have written. */
export function refused(errors: Record<string, string[]>, form: FormData, status = 422): Refused {
  // Remix unwraps it on the way: the page receives a Refused.
  return data({ errors, values: valuesToShowAgain(form) }, { status }) as unknown as Refused
}

function inRequest<T>(
  { request, context }: LoaderFunctionArgs,
  handle: RouteHandle,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const { db, clock, log, settings } = servicesOf(context)
  const { requestId } = context
  const hash = sessionHashOf(request, settings)
  const nobody = anonymous(requestId)
  // Only the system may look at sessions; without one there is nothing to look at.
  const begin = hash ? system(requestId) : nobody
  return inTransaction(db, begin, inside, { limit: REQUEST_LIMIT })

  async function inside(tx: Tx) {
    const session =
      hash && (await touchSession(tx, { idHash: hash, now: clock.now(), isDemo: settings.isDemo }))
    const actor: Actor = session ? { ...session.actor, requestId } : nobody
    checkDoor(handle, actor, request)
    if (hash) await actAs(tx, actor)
    return work({ db: tx, actor, clock, log: log.child({ requestId }) })
  }
}

function checkDoor({ access }: RouteHandle, actor: Actor, request: Request) {
  if (access === 'anyone') return
  if (actor.role === 'anonymous') {
    const { pathname, search } = new URL(request.url)
    const to = request.method === 'POST' ? '' : `?to=${encodeURIComponent(pathname + search)}`
    throw redirect(`/sign-in${to}`)
  }
  if (access === 'signed-in') return
  if (!access.some((role) => role === actor.role)) throw new NotFound()
}
