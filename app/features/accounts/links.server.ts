import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { resetLink } from '#app/emails/account.reset-link.ts'
import { signInLink } from '#app/emails/account.sign-in-link.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { TooManyRequests } from '#app/platform/errors.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { newSecret } from '#app/platform/secret.server.ts'
import { linkRequests, roleGrants, users } from '#db/schema/accounts.ts'
import { countsNow } from './demo.server.ts'
import { isOver, linksFrom, linksTo, note } from './throttle.server.ts'
import { addToken, voidTokens } from './tokens.server.ts'

type LinkPurpose = (typeof linkRequests.$inferSelect)['purpose']

const kinds = {
  sign_in: { path: '/sign-in/link', mail: signInLink },
  reset: { path: '/reset-password', mail: resetLink },
}

/**
 * Somebody asks for a link: to sign in as a candidate, or to choose a new password. It is only
 * written down, and nobody is looked up here, so that neither the answer nor the time it takes says
 * whether the address is known. `sendAskedLink` does the rest.
 *
 * @param asked.goTo a page of ours to go on to; kept here, since it might say too much in a letter
 * @throws TooManyRequests when one browser's address asks too often
 */
export async function askForLink(
  ctx: Context,
  asked: { email: string; purpose: LinkPurpose; address: string; goTo?: string | null },
): Promise<void> {
  await asSystem(ctx, async ({ db, clock }) => {
    const { email, purpose, address, goTo = null } = asked
    const now = clock.now()
    const counted = linksFrom(address, purpose)
    if (await isOver(db, counted, now)) throw new TooManyRequests(900)
    await note(db, counted, now)
    const [request] = await db
      .insert(linkRequests)
      .values({ email, purpose, goTo, createdAt: now })
      .returning({ id: linkRequests.id })
    const payload = JSON.stringify({ id: request?.id })
    await db.execute(sql`select enqueue_task('link.send', ${payload}::json, ${request?.id ?? ''})`)
  })
}

/**
 * Sends the link that was asked for, if somebody who may have one has this address, and forgets
 * that it was asked for. The secret is made here and is nowhere but in the message. Runs as the
 * system; doing it twice sends one.
 */
export async function sendAskedLink(
  ctx: Context,
  { id, appOrigin, isDemo }: { id: string; appOrigin: string; isDemo: boolean },
): Promise<void> {
  const { db, clock } = ctx
  const now = clock.now()
  const [request] = await db.delete(linkRequests).where(eq(linkRequests.id, id)).returning()
  if (!request) return
  const { email, purpose, goTo } = request
  const userId = await findRecipient(ctx, { email, purpose, isDemo })
  const counted = linksTo(email, purpose)
  if (!userId || (await isOver(db, counted, now))) return
  await note(db, counted, now)
  const { secret, hash } = newSecret()
  const { path, mail } = kinds[purpose]
  if (purpose === 'reset') await voidTokens(db, { userId, purposes: ['reset'], now })
  await addToken(db, { hash, userId, purpose, goTo, now })
  await queueMail(ctx, mail(email, `${appOrigin}${path}/${secret}`))
}

/** Candidates sign in by link; everybody else has a password to choose anew. */
async function findRecipient(
  { db }: Context,
  { email, purpose, isDemo }: { email: string; purpose: LinkPurpose; isDemo: boolean },
): Promise<string | undefined> {
  const isWhoMay =
    purpose === 'sign_in' ? eq(roleGrants.role, 'candidate') : ne(roleGrants.role, 'candidate')
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.email, email),
        isNull(users.disabledAt),
        countsNow(isDemo),
        inArray(
          users.id,
          db
            .select({ id: roleGrants.userId })
            .from(roleGrants)
            .where(and(isNull(roleGrants.endedAt), isWhoMay)),
        ),
      ),
    )
  return user?.id
}
