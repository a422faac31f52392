import { randomInt } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { welcome } from '#app/emails/candidate.welcome.ts'
import { freeInventedAddress, isInventedActor } from '#app/features/accounts/demo.server.ts'
import { tell } from '#app/features/accounts/tell.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { ageOn } from '#app/features/introductions/age.ts'
import { isOwnMentorNow } from '#app/features/mentors/assignment.server.ts'
import { enrolIn } from '#app/features/programmes/enrol.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { queueMail } from '#app/platform/mailer.server.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { mentors, roleGrants, users } from '#db/schema/accounts.ts'
import {
  candidateIdentities,
  candidateProfiles,
  candidates,
  candidateSupervision,
  candidateWishes,
  mentorAssignments,
} from '#db/schema/candidates.ts'
import type { enrolSchema } from './schema.ts'

/** Enrols a person in a programme, with an account where there is an e-mail. Gives their id. */
export async function enrolCandidate(
  ctx: Context,
  form: z.infer<typeof enrolSchema>,
): Promise<string> {
  if (ctx.actor.role !== 'coordinator') throw new NotFound()
  const { db, clock } = ctx
  const dateOfBirth = checkedDay(form, 'dateOfBirth')
  checkYear(dateOfBirth, londonDay(clock.now()))
  const isInvented = await isInventedActor(ctx)
  const userId =
    form.email === ''
      ? null
      : await addAccount(ctx, { name: form.fullName, email: form.email, isInvented })
  const [row] = await db
    .insert(candidates)
    .values({ reference: newReference(), userId, isInvented, createdAt: clock.now() })
    .returning({ id: candidates.id })
  if (!row) throw new Error('The candidate was not kept')
  const candidateId = row.id
  await db.insert(candidateIdentities).values({
    candidateId,
    fullName: form.fullName,
    email: form.email || null,
    phone: form.phone || null,
    dateOfBirth,
  })
  await db
    .insert(candidateSupervision)
    .values({ candidateId, isOnLicence: form.onLicence === 'yes' })
  await db.insert(candidateWishes).values({ candidateId, outcode: form.outcode })
  await db.insert(candidateProfiles).values({ candidateId })
  await recordAudit(ctx, {
    action: 'candidate.enrol',
    objectType: 'candidate',
    objectId: candidateId,
    versionAfter: 1,
  })
  if (form.email !== '') await queueMail(ctx, welcome(form.email))
  await enrolIn(ctx, {
    candidateId,
    programmeId: form.programmeId,
    born: dateOfBirth,
    referredOn: dayFrom(form, 'referredOn'),
    rulesConfirmed: form.rulesConfirmed === 'yes',
  })
  if (form.mentorUserId !== '')
    await assignMentor(ctx, { candidateId, mentorUserId: form.mentorUserId })
  return candidateId
}

/** Puts a person on one mentor's caseload; the mentor before loses sight of them at once. */
export async function assignMentor(
  ctx: Context,
  { candidateId, mentorUserId }: { candidateId: string; mentorUserId: string },
) {
  if (ctx.actor.role !== 'coordinator') throw new NotFound()
  const { db } = ctx
  const [person] = await db
    .select({ userId: candidates.userId })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
    .for('update')
  if (!person) throw new NotFound()
  const [mentor] = await db
    .select({ userId: mentors.userId })
    .from(mentors)
    .innerJoin(
      roleGrants,
      and(
        eq(roleGrants.userId, mentors.userId),
        eq(roleGrants.role, 'mentor'),
        isNull(roleGrants.endedAt),
      ),
    )
    .where(eq(mentors.userId, mentorUserId))
  if (!mentor || mentorUserId === person.userId)
    throw new Invalid({ mentorUserId: ['Choose a mentor from the list'] })
  const [current] = await db
    .select({ id: mentorAssignments.id, mentorUserId: mentorAssignments.mentorUserId })
    .from(mentorAssignments)
    .where(and(eq(mentorAssignments.candidateId, candidateId), isOwnMentorNow))
  if (current?.mentorUserId === mentorUserId) return
  // The database judges an assignment by its own clock, so it gives the times too.
  if (current)
    await db
      .update(mentorAssignments)
      .set({ endsAt: sql`now()` })
      .where(eq(mentorAssignments.id, current.id))
  await db.insert(mentorAssignments).values({ candidateId, mentorUserId, startsAt: sql`now()` })
  await recordAudit(ctx, {
    action: 'candidate.assign_mentor',
    objectType: 'candidate',
    objectId: candidateId,
  })
  await tell(ctx, [mentorUserId], { as: 'mentor', isTheirTurn: false })
}

/** A slip of the pen in the year, whatever the programme says. */
export function checkYear(born: string, today: string) {
  const age = ageOn(born, today)
  if (age < 10 || age > 110)
    throw new Invalid({
      dateOfBirth: ['Check the year: the person would be younger than 10 or over 110'],
    })
}

/** An account that signs in as a candidate, at an address that nobody has one at. */
export async function addAccount(
  { db }: Context,
  account: { name: string; email: string; isInvented: boolean },
): Promise<string> {
  if (!account.isInvented) await freeInventedAddress(db, account.email)
  const [user] = await db
    .insert(users)
    .values(account)
    .onConflictDoNothing()
    .returning({ id: users.id })
  if (!user) throw new Invalid({ email: ['Somebody already has an account with this address'] })
  await db.insert(roleGrants).values({ userId: user.id, role: 'candidate' })
  return user.id
}

/** Says nothing about who they are or how many there are; read out over the telephone. */
function newReference(): string {
  const letters = 'BCDFGHJKMNPQRTVWXY'
  const pick = (from: string) => from.charAt(randomInt(from.length))
  return `TG-${pick(letters)}${pick(letters)}${randomInt(100_000, 1_000_000)}`
}
