import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { timeFrom } from '#app/platform/typed-time.ts'
import { candidateProfiles, candidates, candidateWishes } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import {
  availableDays,
  candidateAvailability,
  candidateReleases,
  candidateStatements,
  candidateTravel,
  hiddenEmployers,
  keptApart,
} from '#db/schema/profiles.ts'
import { getPause } from './queries.server.ts'
import type {
  availabilitySchema,
  keepApartSchema,
  pauseSchema,
  removeSchema,
  startSchema,
  travelSchema,
  wishesSchema,
  wordsSchema,
} from './schema.ts'
import type { WordsSection } from './sections.ts'
import { weekdays } from './vocabulary.ts'

/*
 * Each saves one page by itself and throws `Invalid` under `version` when another save came first.
 * Who may is for row-level security to say: the person, or a mentor on their behalf; the audit entry
 * keeps which of them it was.
 */

/** Saves what somebody says of themselves. Words already agreed to stay as they were. */
export async function saveWords(
  ctx: Context,
  candidateId: string,
  section: WordsSection,
  { body, version }: z.infer<ReturnType<typeof wordsSchema>>,
) {
  if (section === 'statement') {
    const saved = await ctx.db
      .insert(candidateStatements)
      .values({ candidateId, body, version: version + 1 })
      .onConflictDoUpdate({
        target: candidateStatements.candidateId,
        set: { body, version: version + 1 },
        setWhere: eq(candidateStatements.version, version),
      })
      .returning({ version: candidateStatements.version })
    return recordSave(
      ctx,
      { objectType: 'candidate_statement', objectId: candidateId, version },
      saved,
    )
  }
  const saved = await ctx.db
    .update(candidateProfiles)
    .set({ [section]: body, version: version + 1 })
    .where(
      and(eq(candidateProfiles.candidateId, candidateId), eq(candidateProfiles.version, version)),
    )
    .returning({ version: candidateProfiles.version })
  await recordSave(ctx, { objectType: 'candidate_profile', objectId: candidateId, version }, saved)
}

/** Saves what a person wants. */
export async function saveWishes(
  ctx: Context,
  candidateId: string,
  { version, ...wishes }: z.infer<typeof wishesSchema>,
) {
  const saved = await ctx.db
    .update(candidateWishes)
    .set({ ...wishes, version: version + 1 })
    .where(and(eq(candidateWishes.candidateId, candidateId), eq(candidateWishes.version, version)))
    .returning({ version: candidateWishes.version })
  await recordSave(ctx, { objectType: 'candidate_wishes', objectId: candidateId, version }, saved)
}

/** Saves when somebody can work in a week. */
export async function saveAvailability(
  ctx: Context,
  candidateId: string,
  { version, limits, needsChildcare, ...boxes }: z.infer<typeof availabilitySchema>,
) {
  const { db } = ctx
  const columns = {
    isSchoolHours: limits.includes('school_hours'),
    isTermTimeOnly: limits.includes('term_time'),
    needsChildcare: needsChildcare === '' ? null : needsChildcare === 'yes',
    version: version + 1,
  }
  const saved = await db
    .insert(candidateAvailability)
    .values({ candidateId, ...columns })
    .onConflictDoUpdate({
      target: candidateAvailability.candidateId,
      set: columns,
      setWhere: eq(candidateAvailability.version, version),
    })
    .returning({ version: candidateAvailability.version })
  await recordSave(
    ctx,
    { objectType: 'candidate_availability', objectId: candidateId, version },
    saved,
  )
  await db.delete(availableDays).where(eq(availableDays.candidateId, candidateId))
  const typed = boxes as Record<string, string>
  const days = weekdays.flatMap(({ number }) => {
    const fromTime = timeFrom(typed[`from-${number}`] ?? '')
    const untilTime = timeFrom(typed[`until-${number}`] ?? '')
    return fromTime && untilTime ? [{ candidateId, weekday: number, fromTime, untilTime }] : []
  })
  if (days.length > 0) await db.insert(availableDays).values(days)
}

/** Saves how somebody gets about. */
export async function saveTravel(
  ctx: Context,
  candidateId: string,
  { version, ...travel }: z.infer<typeof travelSchema>,
) {
  const columns = { ...travel, version: version + 1 }
  const saved = await ctx.db
    .insert(candidateTravel)
    .values({ candidateId, ...columns })
    .onConflictDoUpdate({
      target: candidateTravel.candidateId,
      set: columns,
      setWhere: eq(candidateTravel.version, version),
    })
    .returning({ version: candidateTravel.version })
  await recordSave(ctx, { objectType: 'candidate_travel', objectId: candidateId, version }, saved)
}

/** Saves when somebody could start: a day employers may read, or a release they may not. */
export async function saveStart(
  ctx: Context,
  candidateId: string,
  form: z.infer<typeof startSchema>,
) {
  const { db } = ctx
  const { way, version } = form
  const saved = await db
    .update(candidateWishes)
    .set({
      earliestStart: way === 'from_day' ? checkedDay(form, 'earliestStart') : null,
      version: version + 1,
    })
    .where(and(eq(candidateWishes.candidateId, candidateId), eq(candidateWishes.version, version)))
    .returning({ version: candidateWishes.version })
  await recordSave(ctx, { objectType: 'candidate_wishes', objectId: candidateId, version }, saved)
  await db.delete(candidateReleases).where(eq(candidateReleases.candidateId, candidateId))
  if (way === 'after_release')
    await db
      .insert(candidateReleases)
      .values({ candidateId, expectedOn: checkedDay(form, 'expectedRelease') })
}

/** Hides somebody from an employer; doing it twice changes nothing. */
export async function hideFrom(ctx: Context, candidateId: string, employerId: string) {
  const { db, clock } = ctx
  const [employer] = await db
    .select({ id: employers.id })
    .from(employers)
    .where(eq(employers.id, employerId))
  if (!employer) throw new Invalid({ employerId: ['Choose an employer'] })
  const hidden = await db
    .insert(hiddenEmployers)
    .values({ candidateId, employerId, createdAt: clock.now() })
    .onConflictDoNothing()
    .returning({ employerId: hiddenEmployers.employerId })
  if (hidden.length > 0) await recordChange(ctx, 'candidate.hide', candidateId, employerId)
}

/** Undoes `hideFrom`. */
export async function showTo(ctx: Context, candidateId: string, employerId: string) {
  const shown = await ctx.db
    .delete(hiddenEmployers)
    .where(
      and(eq(hiddenEmployers.candidateId, candidateId), eq(hiddenEmployers.employerId, employerId)),
    )
    .returning({ employerId: hiddenEmployers.employerId })
  if (shown.length > 0) await recordChange(ctx, 'candidate.show', candidateId, employerId)
}

/** Adds a person or place to be kept apart from; one that is there already stays the one. */
export async function addKeptApart(
  ctx: Context,
  candidateId: string,
  { who }: z.infer<typeof keepApartSchema>,
) {
  const [row] = await ctx.db
    .insert(keptApart)
    .values({ candidateId, who, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: keptApart.id })
  if (row) await recordChange(ctx, 'candidate.keep_apart', candidateId, row.id)
}

export async function removeKeptApart(
  ctx: Context,
  candidateId: string,
  { id }: z.infer<typeof removeSchema>,
) {
  const removed = await ctx.db
    .delete(keptApart)
    .where(and(eq(keptApart.id, id), eq(keptApart.candidateId, candidateId)))
    .returning({ id: keptApart.id })
  if (removed.length > 0) await recordChange(ctx, 'candidate.keep_apart_no_more', candidateId, id)
}

/** Pauses or resumes. Gives whether the person is paused now. */
export async function savePause(
  ctx: Context,
  candidateId: string,
  act: string,
  { version }: z.infer<typeof pauseSchema>,
): Promise<boolean> {
  if (act !== 'pause' && act !== 'resume') throw new NotFound()
  const now = await getPause(ctx, candidateId)
  // Pressed twice, it is the state that was asked for.
  if ((now.pausedAt !== null) === (act === 'pause')) return act === 'pause'
  const saved = await ctx.db
    .update(candidates)
    .set({ pausedAt: act === 'pause' ? ctx.clock.now() : null, version: version + 1 })
    .where(and(eq(candidates.id, candidateId), eq(candidates.version, version)))
    .returning({ version: candidates.version })
  if (saved.length === 0)
    throw new Conflict('This was changed somewhere else after you opened this page. Look again.')
  await recordAudit(ctx, {
    action: `candidate.${act}`,
    objectType: 'candidate',
    objectId: candidateId,
    versionBefore: version,
    versionAfter: version + 1,
  })
  return act === 'pause'
}

/** Which row it was is kept by its id; never a name. */
const recordChange = (ctx: Context, action: string, objectId: string, rowId: string) =>
  recordAudit(ctx, { action, objectType: 'candidate', objectId, reason: rowId })
