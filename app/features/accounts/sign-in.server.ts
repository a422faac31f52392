import { and, asc, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import {
  beganWith,
  endSession,
  endSessionsOf,
  startSession,
  type BeganWith,
} from './sessions.server.ts'
import { ownerOfToken, useToken, voidTokens, type Purpose } from './tokens.server.ts'

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
  input: NewSession & { userId: string; beganWith: BeganWith; onlyAs?: Role },
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
  input: NewSession & { tokenHash: string; isDemo: boolean },
): Promise<SignedInByLink | null> {
  const { tokenHash, isDemo, ...session } = input
  const used = await asSystem(ctx, ({ db, clock }) =>
    useToken(db, { hash: tokenHash, purposes: ['sign_in'], now: clock.now(), isDemo }),
  )
  if (used === null) return null
  const { userId, goTo } = used
  const asked = { ...session, userId, beganWith: 'link', onlyAs: 'candidate' } as const
  return { ...(await signIn(ctx, asked)), goTo }
}

/**
 * Goes on in another of one's own roles, in a new session. Whoever reads somebody's mail can follow
 * a link to sign in, so such a session stays a candidate's.
 *
 * @throws Invalid when the role needs the password
 */
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
    const began = await beganWith(inside.db, input.oldIdHash)
    if (needsPassword(began, grant.role))
      throw new Invalid({ grantId: ['Sign in with your password to work in that role'] })
    await begin(inside, { ...input, userId, beganWith: began, roleGrantId: grant.id })
    await recordAudit(
      { ...inside, actor: ctx.actor },
      { action: 'account.role_changed', objectType: 'user', objectId: userId, reason: grant.role },
    )
    return grant.role
  })
}

/** Whether the roles that somebody has besides a candidate's are closed to this session. */
export async function isHeldToCandidate(ctx: Context, idHash: string | null): Promise<boolean> {
  return asSystem(ctx, async ({ db }) => needsPassword(await beganWith(db, idHash), 'mentor'))
}

const needsPassword = (began: BeganWith, role: Role) => began === 'link' && role !== 'candidate'

/** Ends the session, if there is one. */
export async function signOut(ctx: Context, idHash: string | null): Promise<void> {
  if (idHash) await asSystem(ctx, ({ db, clock }) => endSession(db, idHash, clock.now()))
}

/**
 * Sets a new password by a reset or invitation link; false when the link no longer works. No other
 * link of theirs works then: whoever sets a password may do so because somebody else read one.
 */
export async function setPasswordByLink(
  ctx: Context,
  { tokenHash, password, isDemo }: { tokenHash: string; password: string; isDemo: boolean },
): Promise<boolean> {
  return asSystem(ctx, async (inside) => {
    const { db, clock, actor } = inside
    const link = { hash: tokenHash, purposes: SETS_PASSWORD, now: clock.now(), isDemo }
    // Hashing is dear: nobody gets it for a link they have made up.
    const userId = await ownerOfToken(db, link)
    if (userId === null) return false
    const passwordHash = await hashPassword(password)
    // One after the other: of two links of one person that are used at once, one sets the password.
    await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
    if ((await useToken(db, link)) === null) return false
    await voidTokens(db, { userId, purposes: ['sign_in', ...SETS_PASSWORD], now: link.now })
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
  input: NewSession & { userId: string; roleGrantId: string; beganWith: BeganWith },
) {
  const now = clock.now()
  const { oldIdHash, idHash, userId, roleGrantId, beganWith } = input
  if (oldIdHash) await endSession(db, oldIdHash, now)
  await startSession(db, { idHash, userId, roleGrantId, beganWith, now })
}
