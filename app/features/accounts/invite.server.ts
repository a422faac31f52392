import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
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
 * The caller sends or prints that link: `/reset-password/<secret>`. Answers the user's id.
 */
export async function inviteUser(ctx: Context, invitation: Invitation): Promise<string> {
  const email = invitation.email.trim().toLowerCase()
  return asSystem(ctx, async (inside) => {
    const { db, clock } = inside
    const now = clock.now()
    const userId = await accountOf(db, { ...invitation, email })
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

async function accountOf(
  db: Tx,
  { email, name, isInvented }: { email: string; name: string; isInvented: boolean },
): Promise<string> {
  if (!isInvented) await freeInventedAddress(db, email)
  const [known] = await db
    .select({ id: users.id, isInvented: users.isInvented })
    .from(users)
    .where(eq(users.email, email))
  // The demo ended while this was being sent.
  if (known && known.isInvented !== isInvented)
    throw new Invalid({ email: ['Nobody can be invited at this address from the demo'] })
  if (known) return known.id
  const id = uuidv7()
  await db.insert(users).values({ id, email, name, isInvented })
  return id
}
