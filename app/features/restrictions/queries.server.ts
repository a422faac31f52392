import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { findOpenReading, recordReading } from '#app/features/sensitive/open-reading.server.ts'
import { openOf } from '#app/features/sensitive/sealed.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import { candidateRestrictions, candidateRestrictionStatus } from '#db/schema/sensitive.ts'
import { restrictionText, type Effect } from './restriction-text.ts'
import { effectInWords, sourceInWords } from './words.ts'

/** Whether there are restrictions, since when, and the number that a save must name. */
export async function getStatus({ db }: Context, candidateId: string) {
  const [row] = await db
    .select({
      status: candidateRestrictionStatus.status,
      setAt: candidateRestrictionStatus.setAt,
      version: candidateRestrictionStatus.version,
    })
    .from(candidateRestrictionStatus)
    .where(eq(candidateRestrictionStatus.candidateId, candidateId))
  return row ?? { status: 'not_checked' as const, setAt: null, version: 0 }
}

/** Which restrictions of somebody count: those that have not ended. */
export const isOnRecord = (candidateId: string) =>
  and(eq(candidateRestrictions.candidateId, candidateId), isNull(candidateRestrictions.endedAt))

/** Those on record, opened: for whoever may read them now. The caller records the reading. */
export async function listRestrictions(ctx: Context, candidateId: string) {
  const rows = await ctx.db
    .select()
    .from(candidateRestrictions)
    .where(isOnRecord(candidateId))
    .orderBy(asc(candidateRestrictions.enteredAt), asc(candidateRestrictions.id))
  const opened = rows.map((row) => ({ ...row, ...textOf(ctx, row) }))
  const names = await namesOf(
    ctx,
    opened.map(({ effect }) => effect),
  )
  return opened.map(({ id, effect, details, source, reviewOn }) => ({
    id,
    effect: effectInWords(effect, names.get(employerOf(effect) ?? '') ?? null),
    source: sourceInWords({ source }),
    details,
    reviewOn,
  }))
}

/** The same for the person: what each comes to, without the notes of those who work with them. */
export async function listOwnRestrictions(ctx: Context, candidateId: string) {
  if (ctx.actor.role !== 'candidate') throw new NotFound()
  const all = await listRestrictions(ctx, candidateId)
  return all.map(({ id, effect, source, reviewOn }) => ({ id, effect, source, reviewOn }))
}

/**
 * One restriction, while it is open to this session; seen on a page of its own, so a reading.
 * @throws NotFound once it is closed, or has ended
 */
export async function getRestriction(
  ctx: Context,
  { restrictionId, sessionHash }: { restrictionId: string; sessionHash: string | null },
) {
  if (!isUuid(restrictionId)) throw new NotFound()
  const [row] = await ctx.db
    .select()
    .from(candidateRestrictions)
    .where(and(eq(candidateRestrictions.id, restrictionId), isNull(candidateRestrictions.endedAt)))
  if (!row || !['mentor', 'coordinator'].includes(ctx.actor.role)) throw new NotFound()
  const { candidateId } = row
  const reading = await findOpenReading(ctx, { candidateId, sessionHash, kind: 'restrictions' })
  if (!reading) throw new NotFound()
  return { ...row, ...textOf(ctx, row), reading }
}

/** The same for a page that shows it: the reading is in the trail. */
export async function readRestriction(
  ctx: Context,
  input: { restrictionId: string; sessionHash: string | null },
) {
  const { id, candidateId, version, reviewOn, effect, source, details, reading } =
    await getRestriction(ctx, input)
  await recordReading(ctx, candidateId, reading)
  const names = await namesOf(ctx, [effect])
  const words = effectInWords(effect, names.get(employerOf(effect) ?? '') ?? null)
  return { id, candidateId, version, reviewOn, effect, source, details, words }
}

/** Employers that somebody can be kept apart from. */
export function listEmployers({ db }: Context) {
  return db
    .select({ value: employers.id, label: employers.name })
    .from(employers)
    .orderBy(asc(employers.name))
}

export const textOf = (ctx: Context, row: typeof candidateRestrictions.$inferSelect) =>
  restrictionText.parse(JSON.parse(openOf(ctx, 'candidate_restrictions', row)))

const employerOf = (effect: Effect) => (effect.kind === 'no_contact' ? effect.employerId : null)

async function namesOf({ db }: Context, effects: Effect[]): Promise<Map<string, string>> {
  const ids = effects.map(employerOf).filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: employers.id, name: employers.name })
    .from(employers)
    .where(inArray(employers.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
