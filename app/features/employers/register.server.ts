import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { sendRegisteredLink } from '#app/features/accounts/links.server.ts'
import type { LinkRequest } from '#app/features/accounts/links.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { system } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import { actAs } from '#db/client.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import type { registerSchema } from './schema.ts'

/**
 * Keeps a registration: a pending employer, and the person who may draft for it, who is sent a link
 * to choose a password; an address that is not theirs gives them nothing. The answer is the same
 * whether or not the address was known. The same form sent twice is one registration.
 */
export async function registerEmployer(
  ctx: Context,
  input: z.infer<typeof registerSchema>,
  given: Omit<LinkRequest, 'email'> & {
    /** Whoever registers while the demo is being tried is part of it, or the demo would end. */
    isInvented: boolean
  },
): Promise<void> {
  // Nobody is signed in here, and accounts are the system's own.
  const inside: Context = { ...ctx, actor: system(ctx.actor.requestId) }
  await actAs(ctx.db, inside.actor)
  const { isInvented, ...link } = given
  const email = input.email.toLowerCase()
  const userId = await accountOf(inside, { email, name: input.personName, isInvented })
  if (await isRegisteredAlready(inside, userId, input.organisation)) return
  const createdAt = ctx.clock.now()
  const [employer] = await ctx.db
    .insert(employers)
    .values({
      name: input.organisation,
      description: input.description,
      outcode: normaliseOutcode(input.outcode),
      workPhone: input.workPhone,
      isInvented,
      createdAt,
    })
    .returning({ id: employers.id, version: employers.version })
  if (!employer) throw new Error('The employer was not kept')
  await ctx.db
    .insert(roleGrants)
    .values({ userId, role: 'employer', employerId: employer.id, createdAt })
  await recordAudit(inside, {
    action: 'employer.register',
    objectType: 'employer',
    objectId: employer.id,
    versionAfter: employer.version,
  })
  await sendRegisteredLink(inside, { ...link, email })
}

/** The account with this address, made if there is none; locked, so that two forms take turns. */
async function accountOf(
  { db, clock }: Context,
  person: { email: string; name: string; isInvented: boolean },
): Promise<string> {
  await db
    .insert(users)
    .values({ ...person, createdAt: clock.now() })
    .onConflictDoNothing({ target: users.email })
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, person.email))
    .for('update')
  if (!user) throw new Error('The user was not kept')
  return user.id
}

async function isRegisteredAlready({ db }: Context, userId: string, organisation: string) {
  const same = await db
    .select({ id: employers.id })
    .from(employers)
    .innerJoin(roleGrants, eq(roleGrants.employerId, employers.id))
    .where(
      and(
        eq(roleGrants.userId, userId),
        eq(employers.name, organisation),
        isNull(employers.approvedAt),
        isNull(employers.refusedAt),
      ),
    )
    .limit(1)
  return same.length > 0
}
