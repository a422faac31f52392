import { and, eq, gt } from 'drizzle-orm'
import { freeInventedAddress, isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employerRegistrations, employers } from '#db/schema/employers.ts'

/**
 * Uses the link of a registration up: makes the pending employer, and lets the person whose address
 * it is draft for it, in the account they have or in a new one. Null when the link no longer works.
 *
 * @param passwordTokenHash hash of the secret by which they choose a password, if they have none
 */
export async function finishRegistration(
  ctx: Context,
  {
    tokenHash,
    passwordTokenHash,
    isDemo,
  }: {
    tokenHash: string
    passwordTokenHash: string
    isDemo: boolean
  },
): Promise<{ needsPassword: boolean } | null> {
  return asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const typed = await takeRegistration(inside, tokenHash, await isDemoOpen(inside, isDemo))
    if (!typed) return null
    const [employer] = await db
      .insert(employers)
      .values({
        name: typed.organisation,
        description: typed.description,
        outcode: typed.outcode,
        workPhone: typed.workPhone,
        // Whoever registers in the demo is part of it, or the demo would end.
        isInvented: typed.isInvented,
        createdAt: now,
      })
      .returning({ id: employers.id, version: employers.version })
    if (!employer) throw new Error('The employer was not kept')
    const user = await accountOf(inside, typed)
    await db
      .insert(roleGrants)
      .values({ userId: user.id, role: 'employer', employerId: employer.id, createdAt: now })
    const needsPassword = user.passwordHash === null
    if (needsPassword)
      await addToken(db, { hash: passwordTokenHash, userId: user.id, purpose: 'invite', now })
    await recordAudit(
      { ...inside, actor: { ...inside.actor, userId: user.id, employerId: employer.id } },
      {
        action: 'employer.register',
        objectType: 'employer',
        objectId: employer.id,
        versionAfter: employer.version,
      },
    )
    return { needsPassword }
  })
}

/** The organisation that a link would register; null when the link does not work. */
export async function findRegistration(
  ctx: Context,
  { tokenHash, isDemo }: { tokenHash: string; isDemo: boolean },
): Promise<string | null> {
  return asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const [typed] = await db
      .select({ organisation: employerRegistrations.organisation })
      .from(employerRegistrations)
      .where(isGood(tokenHash, clock.now(), await isDemoOpen(inside, isDemo)))
    return typed?.organisation ?? null
  })
}

/** One statement, so that of any number at once one wins. */
async function takeRegistration({ db, clock }: Context, tokenHash: string, isOpen: boolean) {
  const [typed] = await db
    .delete(employerRegistrations)
    .where(isGood(tokenHash, clock.now(), isOpen))
    .returning()
  return typed
}

/** In the demo anybody could read the link, so that it ends with the demo. */
const isGood = (tokenHash: string, now: Date, isDemoStillOpen: boolean) =>
  and(
    eq(employerRegistrations.hash, tokenHash),
    gt(employerRegistrations.expiresAt, now),
    isDemoStillOpen ? undefined : eq(employerRegistrations.isInvented, false),
  )

async function accountOf(
  { db, clock }: Context,
  { email, personName, isInvented }: { email: string; personName: string; isInvented: boolean },
) {
  if (!isInvented) await freeInventedAddress(db, email)
  await db
    .insert(users)
    .values({ email, name: personName, isInvented, createdAt: clock.now() })
    .onConflictDoNothing({ target: users.email })
  const [user] = await db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
  if (!user) throw new Error('The user was not kept')
  return user
}
