import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { saveStatement } from '#app/features/disclosure/statement.server.ts'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { writeNote } from '#app/features/safeguarding/notes.server.ts'
import type { ReadingKind } from '#app/features/sensitive/kinds.ts'
import { openReading } from '#app/features/sensitive/open-reading.server.ts'
import { readOpen } from '#app/features/sensitive/read.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { enrol, makeGrant, makeMentor, makeUser } from '#db/factories/index.ts'
import { makeAssignment } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { actorOf, makeWorld } from '#tests/support/world.ts'

export type Scene = Awaited<ReturnType<typeof openScene>>

/** Words found nowhere else, one in each kind of text. */
export const canaries = {
  restriction: 'Kestrelmoor',
  statement: 'Wrenfathom',
  safeguarding: 'Plovergate',
}

/** A world in which all three kinds of text have been written about the candidate. */
export async function openScene(person: Parameters<typeof makeWorld>[0] = {}) {
  const world = await makeWorld(person)
  const { candidateId } = world
  const staff = await world.inside(async (tx) => {
    const office = await makeUser(tx)
    await makeGrant(tx, { userId: office.id, role: 'coordinator' })
    const volunteer = await makeMentor(tx, { isVolunteer: true })
    await makeAssignment(tx, { candidateId, mentorUserId: volunteer.userId, isCover: true })
    await enrol(tx, { candidateId })
    return {
      office: actorOf('coordinator', office.id),
      volunteer: actorOf('mentor', volunteer.userId),
    }
  })
  const restrictionId = uuidv7()
  const noteId = uuidv7()
  await world.as(world.mentor, (ctx) =>
    addRestriction(ctx, {
      candidateId,
      form: restrictionForm({ id: restrictionId, details: canaries.restriction }),
    }),
  )
  await world.as(world.candidate, (ctx) =>
    saveStatement(ctx, { candidateId, words: canaries.statement, share: 'yes', version: 0 }),
  )
  await world.as(world.lead, (ctx) =>
    writeNote(ctx, { candidateId, form: { id: noteId, note: canaries.safeguarding } }),
  )
  const open = (
    actor: Actor,
    kind: ReadingKind,
    { session = 'one', heldBackBecause = '' }: { session?: string; heldBackBecause?: string } = {},
  ) =>
    world.as(actor, (ctx) =>
      openReading(ctx, {
        ...{ candidateId, kind, sessionHash: session, heldBackBecause },
        reason: `To see about ${kind}`,
      }),
    )
  return {
    ...world,
    ...staff,
    restrictionId,
    noteId,
    open,
    read: (actor: Actor, session = 'one') =>
      world.as(actor, (ctx) => readOpen(ctx, { candidateId, sessionHash: session })),
    /** What the trail has about the candidate, oldest first. */
    trail: () =>
      world.inside((tx) =>
        tx
          .select({
            action: auditEntries.action,
            reason: auditEntries.reason,
            by: auditEntries.actorUserId,
          })
          .from(auditEntries)
          .where(eq(auditEntries.objectId, candidateId))
          .orderBy(auditEntries.at, auditEntries.id),
      ),
  }
}
