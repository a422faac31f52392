import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { system } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import { actAs } from '#db/client.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import type { registerSchema } from './schema.ts'

/**
 * Keeps a registration: a pending employer, and the person who may draft for it. They sign in by
 * an e-mail link, so an address that is not theirs gives them nothing. The answer is the same
 * whether or not the address was known.
 */
export async function registerEmployer(
  ctx: Context,
  input: z.infer<typeof registerSchema>,
): Promise<void> {
  // Nobody is signed in here, and accounts are the system's own.
  const inside: Context = { ...ctx, actor: system(ctx.actor.requestId) }
  await actAs(ctx.db, inside.actor)
  const email = input.email.toLowerCase()
  const createdAt = ctx.clock.now()
  const [employer] = await ctx.db
    .insert(employers)
    .values({
      name: input.organisation,
      description: input.description,
      outcode: normaliseOutcode(input.outcode),
      workPhone: input.workPhone,
      createdAt,
    })
    .returning({ id: employers.id, version: employers.version })
  if (!employer) throw new Error('The employer was not kept')
  await ctx.db
    .insert(users)
    .values({ email, name: input.personName, createdAt })
    .onConflictDoNothing({ target: users.email })
  const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!user) throw new Error('The user was not kept')
  await ctx.db
    .insert(roleGrants)
    .values({ userId: user.id, role: 'employer', employerId: employer.id, createdAt })
  await recordAudit(inside, {
    action: 'employer.register',
    objectType: 'employer',
    objectId: employer.id,
    versionAfter: employer.version,
  })
}
