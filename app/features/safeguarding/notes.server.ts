import { desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { groundsOf } from '#app/features/sensitive/lawfulness.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { openOf, sealFor } from '#app/features/sensitive/sealed.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { safeguardingNotes } from '#db/schema/sensitive.ts'
import type { noteSchema } from './schema.ts'

/** Somebody, to the safeguarding lead who is to write about them. */
export async function getForWriter(ctx: Context, candidateId: string) {
  const person = await getForReader(ctx, candidateId)
  if (!person.isLead) throw new NotFound()
  return person
}

/** Keeps a safeguarding lead's note; nobody reads it but by a reading, the writer too. */
export async function writeNote(
  ctx: Context,
  { candidateId, form }: { candidateId: string; form: z.infer<typeof noteSchema> },
): Promise<void> {
  await getForWriter(ctx, candidateId)
  const { id, note } = form
  const now = ctx.clock.now()
  const { count: added } = await ctx.db
    .insert(safeguardingNotes)
    .values({
      id,
      candidateId,
      ...sealFor(ctx, 'safeguarding_notes', id, note),
      ...groundsOf('safeguarding', now),
      writtenAt: now,
      writtenBy: ctx.actor.userId ?? '',
    })
    .onConflictDoNothing()
  if (added === 0) return
  await recordAudit(ctx, {
    action: 'safeguarding.write',
    objectType: 'safeguarding_note',
    objectId: id,
    versionAfter: 1,
  })
}

/** The notes about somebody, newest first, for whoever may read them now. */
export async function listNotes(ctx: Context, candidateId: string) {
  const rows = await ctx.db
    .select()
    .from(safeguardingNotes)
    .where(eq(safeguardingNotes.candidateId, candidateId))
    .orderBy(desc(safeguardingNotes.writtenAt), desc(safeguardingNotes.id))
  return rows.map((row) => ({
    id: row.id,
    note: openOf(ctx, 'safeguarding_notes', row),
    writtenAt: row.writtenAt,
  }))
}
