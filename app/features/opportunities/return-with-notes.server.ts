import { tell, usersOf } from '#app/features/accounts/tell.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { reviewNotes } from '#db/schema/opportunities.ts'
import { answerText } from './answer-text.ts'
import { allFields } from './fields.ts'
import { move } from './move.server.ts'

/** Sends an opening back with a note on each exact field that needs changing; at least one. */
export async function returnWithNotes(
  ctx: Context,
  { id, version, notes }: { id: string; version: number; notes: { field: string; note: string }[] },
): Promise<void> {
  const { actor, clock, db } = ctx
  const given = notes
    .map(({ field, note }) => ({ field, note: note.trim() }))
    .filter(({ note }) => note !== '')
  const { employerId } = await move(ctx, { id, event: 'return', version }, async (row) => {
    const fields = allFields(row.kind)
    if (given.length === 0)
      throw new Invalid({
        [`note-${fields[0]?.name}`]: ['Write a note on at least one answer that needs changing'],
      })
    const answerTo = new Map(fields.map((field) => [field.name, answerText(field, row)]))
    for (const { field, note } of given) {
      if (!answerTo.has(field)) throw new Invalid({ [field]: ['There is no such answer'] })
      if (note.length > 500)
        throw new Invalid({ [`note-${field}`]: ['Use at most 500 characters'] })
    }
    const byUserId = actor.userId
    if (byUserId === null) throw new Error('A note needs somebody who wrote it')
    await db.insert(reviewNotes).values(
      given.map(({ field, note }) => ({
        ...{ opportunityId: id, field, note, byUserId },
        answer: answerTo.get(field) ?? '',
        createdAt: clock.now(),
      })),
    )
    return {}
  })
  await tell(ctx, await usersOf(ctx, employerId), { as: 'employer', isTheirTurn: true })
}
