import { lt } from 'drizzle-orm'
import type { z } from 'zod'
import { confirmRegistration } from '#app/emails/employer.confirm-registration.ts'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { isOver, linksFrom, linksTo, note } from '#app/features/accounts/throttle.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { TooManyRequests } from '#app/platform/errors.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { employerRegistrations } from '#db/schema/employers.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import type { registerSchema } from './schema.ts'

const LASTS = 3 * 24 * 60 * 60_000

/**
 * Keeps what was typed and sends its address a link. Until somebody who reads that mail uses the
 * link there is no employer, no account and nothing for the office to check, so whoever types
 * another person's address gains nothing. All that happens is the same whether or not the address
 * has an account.
 *
 * @throws TooManyRequests when one browser's address registers too often
 */
export async function registerEmployer(
  ctx: Context,
  input: z.infer<typeof registerSchema>,
  request: { tokenHash: string; link: string; address: string; isDemo: boolean },
): Promise<void> {
  await asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const email = input.email.toLowerCase()
    const { tokenHash, link, address, isDemo } = request
    const from = linksFrom(address, 'register')
    const to = linksTo(email, 'register')
    if (await isOver(db, from, now)) throw new TooManyRequests(900)
    await note(db, from, now)
    await db.delete(employerRegistrations).where(lt(employerRegistrations.expiresAt, now))
    if (await isOver(db, to, now)) return
    await note(db, to, now)
    await db.insert(employerRegistrations).values({
      hash: tokenHash,
      email,
      personName: input.personName,
      organisation: input.organisation,
      description: input.description,
      // The schema lets none pass that is not known.
      outcode: normaliseOutcode(input.outcode) ?? '',
      workPhone: input.workPhone,
      isInvented: await isDemoOpen(inside, isDemo),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LASTS),
    })
    await queueMail(inside, confirmRegistration(email, link))
  })
}
