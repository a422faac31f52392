import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
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
  /** A page of ours to go on to. It is kept with the token: it might say too much in a letter. */
  goTo?: string | null
}

/** Sends a sign-in link if a candidate has this address; the caller cannot tell whether. */
export const sendSignInLink = (ctx: Context, request: LinkRequest) => send(ctx, request, 'sign_in')

/** Sends a link for a new password if somebody with a password may have this address. */
export const sendResetLink = (ctx: Context, request: LinkRequest) => send(ctx, request, 'reset')

async function send(ctx: Context, request: LinkRequest, purpose: 'sign_in' | 'reset') {
  await asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    if (await isOver(db, linksFrom(request.address), now)) throw new TooManyRequests(900)
    const isTooMany = await isOver(db, linksTo(request.email), now)
    await note(db, linksFrom(request.address), now)
    await note(db, linksTo(request.email), now)

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
    if (!user || isTooMany) return
    const { tokenHash: hash, goTo = null } = request
    await addToken(db, { hash, userId: user.id, purpose, goTo, now })
    const mail = purpose === 'sign_in' ? signInLink : resetLink
    await queueMail(inside, mail(request.email, request.link))
  })
}
