import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { invited } from '#app/emails/account.invited.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { employers } from '#db/schema/employers.ts'
import type { inviteSchema } from './invite-schema.ts'
import { isInventedActor } from './demo.server.ts'
import { inviteUser } from './invite.server.ts'

/** Gives somebody an account in a role and sends the link by which they choose a password. */
export async function inviteColleague(
  ctx: Context,
  form: z.infer<typeof inviteSchema>,
  { tokenHash, link }: { tokenHash: string; link: string },
) {
  if (ctx.actor.role !== 'coordinator') throw new NotFound()
  const employerId = form.role === 'employer' ? form.employerId : undefined
  await refuseUnknownEmployer(ctx, employerId)
  const { isNew } = await inviteUser(ctx, {
    isInvented: await isInventedActor(ctx),
    email: form.email,
    name: form.name,
    role: form.role,
    ...(employerId ? { employerId } : {}),
    ...(form.role === 'mentor'
      ? {
          mentor: {
            organisation: form.organisation,
            workPhone: form.workPhone,
            isVolunteer: form.isVolunteer === 'yes',
          },
        }
      : {}),
    isSafeguardingLead:
      form.isSafeguardingLead === 'yes' && ['mentor', 'coordinator'].includes(form.role),
    tokenHash,
  })
  if (!isNew) throw new Invalid({ email: ['This person can act in that role already'] })
  await queueMail(ctx, invited(form.email, link))
}

async function refuseUnknownEmployer({ db }: Context, employerId: string | undefined) {
  if (!employerId) return
  const [known] = await db
    .select({ id: employers.id })
    .from(employers)
    .where(eq(employers.id, employerId))
  if (!known) throw new Invalid({ employerId: ['Choose the employer'] })
}
