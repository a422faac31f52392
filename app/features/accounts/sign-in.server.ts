import { and, asc, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { endSession, endSessionsOf, startSession } from './sessions.server.ts'
import { isGoodToken, useToken, type Purpose } from './tokens.server.ts'

const SETS_PASSWORD: Purpose[] = ['reset', 'invite']

export interface SignedIn {
  role: Role
  hasOtherRoles: boolean
}

/** By a link: also where whoever asked for it was on the way to. */
export interface SignedInByLink extends SignedIn {
  goTo: string | null
}

export interface NewSession {
  /** SHA-256 of the id that the browser is given. */
  idHash: string
  /** The session the browser had before, which ends now. */
  oldIdHash: string | null
}

/** Starts a session for somebody whose password or link has been checked, in their first role. */
export async function signIn(
  ctx: Context,
  input: NewSession & { userId: string; onlyAs?: Role },
): Promise<SignedIn> {
  return asSystem(ctx, async (inside) => {
    const grants = await inside.db
      .select({
        id: roleGrants.id,
        role: roleGrants.role,
        employerId: roleGrants.employerId,
        isSafeguardingLead: roleGrants.isSafeguardingLead,
      })
      .from(roleGrants)
      .innerJoin(users, and(eq(users.id, roleGrants.userId), isNull(users.disabledAt)))
      .where(and(eq(roleGrants.userId, input.userId), isNull(roleGrants.endedAt)))
      .orderBy(asc(roleGrants.createdAt), asc(roleGrants.id))
    const grant = grants.find(({ role }) => !input.onlyAs || role === input.onlyAs)
    if (!grant) throw new NotFound()
    await begin(inside, { ...input, roleGrantId: grant.id })
    const { id: _, ...actor } = grant
    await recordAudit(
      { ...inside, actor: { ...inside.actor, ...actor, userId: input.userId } },
      { action: 'account.signed_in', objectType: 'user', objectId: input.userId },
    )
    return { role: grant.role, hasOtherRoles: grants.length > 1 }
  })
}

/** Uses a sign-in link up; null when it no longer works. Only ever as a candidate. */
export async function signInByLink(
  ctx: Context,
  input: NewSession & { tokenHash: string },
): Promise<SignedInByLink | null> {
  const { tokenHash, ...session } = input
  const used = await asSystem(ctx, ({ db, clock }) =>
    useToken(db, tokenHash, ['sign_in'], clock.now()),
  )
  if (used === null) return null
  const { userId, goTo } = used
  return { ...(await signIn(ctx, { ...session, userId, onlyAs: 'candidate' })), goTo }
}

/** Goes on in another of one's own roles, in a new session. */
export async function changeRole(
  ctx: Context,
  input: NewSession & { grantId: string },
): Promise<Role> {
  const userId = ctx.actor.userId
  if (!userId) throw new NotFound()
  return asSystem(ctx, async (inside) => {
    const [grant] = await inside.db
      .select({ id: roleGrants.id, role: roleGrants.role })
      .from(roleGrants)
      .where(
        and(
          eq(roleGrants.id, input.grantId),
          eq(roleGrants.userId, userId),
          isNull(roleGrants.endedAt),
        ),
      )
    if (!grant) throw new NotFound()
    await begin(inside, { ...input, userId, roleGrantId: grant.id })
    await recordAudit(
      { ...inside, actor: ctx.actor },
      { action: 'account.role_changed', objectType: 'user', objectId: userId, reason: grant.role },
    )
    return grant.role
  })
}

/** Ends the session, if there is one. */
export async function signOut(ctx: Context, idHash: string | null): Promise<void> {
  if (idHash) await asSystem(ctx, ({ db, clock }) => endSession(db, idHash, clock.now()))
}

/** Sets a new password by a reset or invitation link; false when the link no longer works. */
export async function setPasswordByLink(
  ctx: Context,
  { tokenHash, password }: { tokenHash: string; password: string },
): Promise<boolean> {
  return asSystem(ctx, async (inside) => {
    const { db, clock, actor } = inside
    // Hashing is dear: nobody gets it for a link they have made up.
    if (!(await isGoodToken(db, tokenHash, SETS_PASSWORD, clock.now()))) return false
    const passwordHash = await hashPassword(password)
    const used = await useToken(db, tokenHash, SETS_PASSWORD, clock.now())
    if (!used) return false
    const { userId } = used
    await db.update(users).set({ passwordHash }).where(eq(users.id, userId))
    await endSessionsOf(db, userId, clock.now())
    await recordAudit(
      { ...inside, actor: { ...actor, userId } },
      { action: 'account.password_set', objectType: 'user', objectId: userId },
    )
    return true
  })
}

async function begin(
  { db, clock }: Context,
  input: NewSession & { userId: string; roleGrantId: string },
) {
  const now = clock.now()
  const { idHash, oldIdHash, userId, roleGrantId } = input
  if (oldIdHash) await endSession(db, oldIdHash, now)
  await startSession(db, { idHash, userId, roleGrantId, now })
}
