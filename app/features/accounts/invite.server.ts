import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { displayNameOf } from '#app/features/mentors/display-name.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { mentors, roleGrants, users } from '#db/schema/accounts.ts'
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
  /** Hash of the secret in the link that lets them choose a password. */
  tokenHash: string
}

/**
 * Gives somebody an account, or one more role, and keeps the link by which they choose a password.
 * The caller sends or prints that link: `/reset-password/<secret>`. Answers the user's id.
 */
export async function inviteUser(ctx: Context, invitation: Invitation): Promise<string> {
  const email = invitation.email.trim().toLowerCase()
  return asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const [known] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    const userId = known?.id ?? uuidv7()
    if (!known) await db.insert(users).values({ id: userId, email, name: invitation.name })
    await db.insert(roleGrants).values({
      userId,
      role: invitation.role,
      employerId: invitation.employerId ?? null,
      isSafeguardingLead: invitation.isSafeguardingLead ?? false,
    })
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
    return userId
  })
}
