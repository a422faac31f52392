import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { registered, registeredAgain } from '#app/emails/account.registered.ts'
import { resetLink } from '#app/emails/account.reset-link.ts'
import { signInLink } from '#app/emails/account.sign-in-link.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { TooManyRequests } from '#app/platform/errors.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { isOver, linksFrom, linksTo, note } from './throttle.server.ts'
import { addToken } from './tokens.server.ts'

export interface LinkRequest {
  email: string
  address: string
  /** The hash to keep, and the link that carries the secret. */
  tokenHash: string
  link: string
}

/** Sends a sign-in link if a candidate has this address; the caller cannot tell whether. */
export const sendSignInLink = (ctx: Context, request: LinkRequest) => send(ctx, request, 'sign_in')

/** Sends a link for a new password if somebody with a password may have this address. */
export const sendResetLink = (ctx: Context, request: LinkRequest) => send(ctx, request, 'reset')

/**
 * Tells whoever registered an employer how to come in: by a link to choose a password, or as they
 * always do when they have one. The caller cannot tell which, nor whether anything was sent.
 */
export async function sendRegisteredLink(ctx: Context, request: LinkRequest) {
  await asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    if (await isTooMany(inside, request)) return
    const [user] = await db
      .select({ id: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, request.email), isNull(users.disabledAt)))
    if (!user) return
    if (user.passwordHash) return queueMail(inside, registeredAgain(request.email))
    const { tokenHash: hash } = request
    await addToken(db, { hash, userId: user.id, purpose: 'invite', now: clock.now() })
    await queueMail(inside, registered(request.email, request.link))
  })
}

async function send(ctx: Context, request: LinkRequest, purpose: 'sign_in' | 'reset') {
  await asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const isOften = await isTooMany(inside, request)
    const isCandidate = eq(roleGrants.role, 'candidate')
    const [user] = await db
      .select({ id: users.id })
      .from(users)
      .where(
        and(
          eq(users.email, request.email),
          isNull(users.disabledAt),
          inArray(
            users.id,
            db
              .select({ id: roleGrants.userId })
              .from(roleGrants)
              .where(
                and(
                  isNull(roleGrants.endedAt),
                  purpose === 'sign_in' ? isCandidate : ne(roleGrants.role, 'candidate'),
                ),
              ),
          ),
        ),
      )
    if (!user || isOften) return
    const { tokenHash: hash } = request
    await addToken(db, { hash, userId: user.id, purpose, now: clock.now() })
    const mail = purpose === 'sign_in' ? signInLink : resetLink
    await queueMail(inside, mail(request.email, request.link))
  })
}

/** Counts one more; true when this address has been sent enough, whoever it belongs to. */
async function isTooMany({ db, clock }: Context, { email, address }: LinkRequest) {
  const now = clock.now()
  if (await isOver(db, linksFrom(address), now)) throw new TooManyRequests(900)
  const isOften = await isOver(db, linksTo(email), now)
  await note(db, linksFrom(address), now)
  await note(db, linksTo(email), now)
  return isOften
}
