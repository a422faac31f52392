import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { sensitiveReadings } from '#db/schema/sensitive.ts'
import type { ReadingKind } from './kinds.ts'
import { getForReader } from './reader.server.ts'
import type { readingSchema } from './schema.ts'

interface Session {
  candidateId: string
  /** As in `sessions`: a reading is open to no other. */
  sessionHash: string | null
}

/**
 * Opens one kind of somebody's sealed texts to this session, once the password has been checked.
 * Nothing is shown yet: each page that shows it is a reading in the trail.
 */
export async function openReading(
  ctx: Context,
  { candidateId, sessionHash, ...form }: Session & Omit<z.infer<typeof readingSchema>, 'password'>,
): Promise<void> {
  const { kinds, isLead } = await getForReader(ctx, candidateId)
  const userId = ctx.actor.userId
  if (!kinds.includes(form.kind) || !userId || !sessionHash) throw new NotFound()
  if (form.heldBackBecause !== '' && (form.kind !== 'safeguarding' || !isLead))
    throw new Invalid({
      heldBackBecause: ['Only a safeguarding lead may do this, and only for safeguarding notes'],
    })
  const id = uuidv7()
  await asSystem(ctx, ({ db }) =>
    db.insert(sensitiveReadings).values({
      id,
      sessionHash,
      userId,
      candidateId,
      kind: form.kind,
      reason: form.reason,
      heldBackBecause: form.heldBackBecause || null,
    }),
  )
  await recordAudit(ctx, {
    action: `${form.kind}.open`,
    objectType: 'sensitive_reading',
    objectId: id,
    versionAfter: 1,
    reason: form.heldBackBecause || form.reason,
  })
}

/** What is open to this session now, with until when; the newest where one was opened twice. */
export async function findOpenReading(
  { db, actor }: Context,
  { candidateId, sessionHash, kind }: Session & { kind: ReadingKind },
) {
  const [reading] = await db
    .select({
      kind: sensitiveReadings.kind,
      reason: sensitiveReadings.reason,
      isHeldBack: sql<boolean>`${sensitiveReadings.heldBackBecause} is not null`,
      closesAt: sensitiveReadings.closesAt,
    })
    .from(sensitiveReadings)
    .where(
      and(
        eq(sensitiveReadings.userId, actor.userId ?? ''),
        eq(sensitiveReadings.sessionHash, sessionHash ?? ''),
        eq(sensitiveReadings.candidateId, candidateId),
        eq(sensitiveReadings.kind, kind),
        // The database's clock, as in the policies.
        gt(sensitiveReadings.closesAt, sql`now()`),
      ),
    )
    .orderBy(desc(sensitiveReadings.openedAt))
    .limit(1)
  return reading ?? null
}

export type OpenReading = NonNullable<Awaited<ReturnType<typeof findOpenReading>>>

/** One line in the trail for one page that shows it, with the reason that was given. */
export const recordReading = (ctx: Context, candidateId: string, reading: OpenReading) =>
  recordAudit(ctx, {
    action: `${reading.kind}.${reading.isHeldBack ? 'read_held_back' : 'read'}`,
    objectType: 'candidate',
    objectId: candidateId,
    reason: reading.reason,
  })
