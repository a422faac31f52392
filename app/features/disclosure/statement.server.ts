import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { groundsOf } from '#app/features/sensitive/lawfulness.ts'
import { openOf, sealFor } from '#app/features/sensitive/sealed.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { candidateDisclosures } from '#db/schema/sensitive.ts'
import type { statementSchema } from './schema.ts'

const CHANGED =
  'These words were changed somewhere else after you opened this page. Look at both, then save again.'

/** Somebody's own words about their past; null where there are none for whoever asks. */
export async function findStatement(ctx: Context, candidateId: string) {
  const [row] = await ctx.db
    .select()
    .from(candidateDisclosures)
    .where(eq(candidateDisclosures.candidateId, candidateId))
  if (!row) return null
  return {
    words: openOf(ctx, 'candidate_disclosures', row),
    isShared: row.isSharedWithMentor,
    writtenAt: row.writtenAt,
    version: row.version,
  }
}

/**
 * Writes one's own words. A version of 0 is that of words never written.
 * @throws Invalid under `version` when another save came first
 */
export async function saveStatement(
  ctx: Context,
  { candidateId, ...form }: { candidateId: string } & z.infer<typeof statementSchema>,
): Promise<void> {
  if (ctx.actor.role !== 'candidate') throw new NotFound()
  const { db, clock } = ctx
  const now = clock.now()
  const current = await findRow(ctx, candidateId)
  const id = current?.id ?? uuidv7()
  const row = {
    ...sealFor(ctx, 'candidate_disclosures', id, form.words),
    ...groundsOf('statement', now),
    isSharedWithMentor: form.share === 'yes',
    writtenAt: now,
    version: form.version + 1,
  }
  const key = { id: candidateDisclosures.id }
  const saved =
    form.version === 0
      ? await db
          .insert(candidateDisclosures)
          .values({ id, candidateId, ...row })
          .onConflictDoNothing()
          .returning(key)
      : await db
          .update(candidateDisclosures)
          .set(row)
          .where(
            and(eq(candidateDisclosures.id, id), eq(candidateDisclosures.version, form.version)),
          )
          .returning(key)
  const entry = { objectType: 'statement', objectId: id, version: form.version }
  await recordSave(ctx, { ...entry, changed: CHANGED }, saved)
}

/** Destroys one's own words; done twice it is done once. */
export async function deleteStatement(
  ctx: Context,
  { candidateId, version }: { candidateId: string; version: number },
): Promise<void> {
  if (ctx.actor.role !== 'candidate') throw new NotFound()
  const current = await findRow(ctx, candidateId)
  if (!current) return
  const { count: gone } = await ctx.db
    .delete(candidateDisclosures)
    .where(and(eq(candidateDisclosures.id, current.id), eq(candidateDisclosures.version, version)))
  if (gone === 0) throw new Invalid({ version: [CHANGED] })
  await recordAudit(ctx, {
    action: 'statement.delete',
    objectType: 'statement',
    objectId: current.id,
    versionBefore: version,
  })
}

async function findRow({ db }: Context, candidateId: string) {
  const [row] = await db
    .select({ id: candidateDisclosures.id })
    .from(candidateDisclosures)
    .where(eq(candidateDisclosures.candidateId, candidateId))
  return row
}
