import { subMinutes } from 'date-fns'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { news } from '#app/emails/notice.news.ts'
import { waits } from '#app/emails/notice.waits.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'

export interface Notice {
  /** In which of their roles they are told: each has its own page to look at. */
  as: 'candidate' | 'mentor' | 'employer'
  /** Whether it is their turn now. */
  isTheirTurn: boolean
  /** The London day by which they answer. */
  answerBy?: string | null
}

/** Within this time the same letter is not sent twice: their page shows all that has come. */
const QUIET_MINUTES = 5

/**
 * Tells people by e-mail that something has changed for them, and never what; not the person who
 * has just done it themselves.
 */
export async function tell(ctx: Context, userIds: string[], notice: Notice): Promise<void> {
  const others = userIds.filter((id) => id !== ctx.actor.userId)
  if (others.length === 0) return
  await asSystem(ctx, async (inside) => {
    const people = await inside.db
      .select({ email: users.email })
      .from(users)
      .where(and(inArray(users.id, others), isNull(users.disabledAt)))
      .orderBy(users.id)
    for (const { email } of people) await write(inside, email, notice)
  })
}

/** Everybody who acts for an employer. */
export async function usersOf(ctx: Context, employerId: string): Promise<string[]> {
  return asSystem(ctx, async ({ db }) => {
    const rows = await db
      .select({ userId: roleGrants.userId })
      .from(roleGrants)
      .where(and(eq(roleGrants.employerId, employerId), isNull(roleGrants.endedAt)))
    return rows.map(({ userId }) => userId)
  })
}

const homes: Record<Notice['as'], string> = {
  candidate: '/me',
  mentor: '/mentor',
  employer: '/employer',
}

async function write(ctx: Context, to: string, { as, isTheirTurn, answerBy }: Notice) {
  const mail = isTheirTurn ? waits(to, homes[as], answerBy ?? undefined) : news(to, homes[as])
  const [already] = await ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.toAddress, to),
        eq(messages.subject, mail.subject),
        gt(messages.createdAt, subMinutes(ctx.clock.now(), QUIET_MINUTES)),
      ),
    )
    .limit(1)
  if (!already) await queueMail(ctx, mail)
}
