import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { reviewNotes } from '#db/schema/opportunities.ts'
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
  await move(ctx, { id, event: 'return', version }, async (row) => {
    if (given.length === 0)
      throw new Invalid({ '': ['Write a note on at least one answer that needs changing'] })
    const known = new Set(allFields(row.kind).map(({ name }) => name))
    for (const { field, note } of given) {
      if (!known.has(field)) throw new Invalid({ [field]: ['There is no such answer'] })
      if (note.length > 500)
        throw new Invalid({ [`note-${field}`]: ['Use at most 500 characters'] })
    }
    const byUserId = actor.userId
    if (byUserId === null) throw new Error('A note needs somebody who wrote it')
    await db
      .insert(reviewNotes)
      .values(
        given.map((note) => ({ ...note, opportunityId: id, byUserId, createdAt: clock.now() })),
      )
    return {}
  })
}
