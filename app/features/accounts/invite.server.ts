import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { displayNameOf } from '#app/features/mentors/display-name.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { Tx } from '#db/client.server.ts'
import { mentors, roleGrants, users } from '#db/schema/accounts.ts'
import { freeInventedAddress } from './demo.server.ts'
import { addToken } from './tokens.server.ts'

export interface Invitation {
  email: string
  name: string
  role: Role
  /** For role employer. */
  employerId?: string
  /** For role mentor: what others may know of them. */
  mentor?: { organisation: string; workPhone: string; isVolunteer?: boolean }
  isSafeguardingLead?: boolean
  /** Whether somebody of the demo invites; an account that is new is then invented. */
  isInvented: boolean
  /** Hash of the secret in the link that lets them choose a password. */
  tokenHash: string
}

/**
 * Gives somebody an account, or one more role, and keeps the link by which they choose a password.
 * The caller sends or prints that link: `/reset-password/<secret>`. Answers the user's id, and
 * whether the role is new to them: of any number of invitations at once one gives it.
 */
export async function inviteUser(
  ctx: Context,
  invitation: Invitation,
): Promise<{ userId: string; isNew: boolean }> {
  const email = invitation.email.trim().toLowerCase()
  return asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const userId = await accountOf(db, { ...invitation, email })
    const granted = await db
      .insert(roleGrants)
      .values({
        userId,
        role: invitation.role,
        employerId: invitation.employerId ?? null,
        isSafeguardingLead: invitation.isSafeguardingLead ?? false,
      })
      .onConflictDoNothing()
      .returning({ id: roleGrants.id })
    if (invitation.mentor) {
      const { isVolunteer = false } = invitation.mentor
      const displayName = displayNameOf({ name: invitation.name, isVolunteer })
      await db
        .insert(mentors)
        .values({ userId, displayName, ...invitation.mentor })
        .onConflictDoNothing()
    }
    await addToken(db, { hash: invitation.tokenHash, userId, purpose: 'invite', now })
    await recordAudit(
      { ...inside, actor: ctx.actor },
      { action: 'account.invited', objectType: 'user', objectId: userId, reason: invitation.role },
    )
    return { userId, isNew: granted.length > 0 }
  })
}

async function accountOf(
  db: Tx,
  { email, name, isInvented }: { email: string; name: string; isInvented: boolean },
): Promise<string> {
  if (!isInvented) await freeInventedAddress(db, email)
  await db
    .insert(users)
    .values({ email, name, isInvented })
    .onConflictDoNothing({ target: users.email })
  const [known] = await db
    .select({ id: users.id, isInvented: users.isInvented })
    .from(users)
    .where(eq(users.email, email))
  if (!known) throw new Error('The user was not kept')
  // The demo ended while this was being sent.
  if (known.isInvented !== isInvented)
    throw new Invalid({ email: ['Nobody can be invited at this address from the demo'] })
  return known.id
}
