import { and, count, eq, isNull } from 'drizzle-orm'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { groundsOf } from '#app/features/sensitive/lawfulness.ts'
import { getForReader } from '#app/features/sensitive/reader.server.ts'
import { sealFor } from '#app/features/sensitive/sealed.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { candidateRestrictions, candidateRestrictionStatus } from '#db/schema/sensitive.ts'
import type { RestrictionText } from './restriction-text.ts'
import { getRestriction, getStatus, isOnRecord } from './queries.server.ts'
import { effectOf, type RestrictionForm } from './schema.ts'
import type { RestrictionStatus } from './status.ts'

const CHANGED =
  'This was changed somewhere else after you opened this page. Look at what is saved now, then save again.'

/**
 * Says whether there are restrictions.
 * @throws Invalid under `version` when another save came first
 */
export async function setStatus(
  ctx: Context,
  input: { candidateId: string; status: RestrictionStatus; version: number },
): Promise<void> {
  await getForReader(ctx, input.candidateId)
  if (input.status === 'none' && (await countActive(ctx, input.candidateId)) > 0)
    throw new Invalid({
      status: ['There are restrictions on record. Read them and end them before you say “None”'],
    })
  if (!(await saveStatus(ctx, input))) throw new Invalid({ version: [CHANGED] })
}

/**
 * Puts one restriction on record; from then on there are "some". The id comes with the form, so
 * that a form sent twice is one restriction.
 */
export async function addRestriction(
  ctx: Context,
  { candidateId, form }: { candidateId: string; form: RestrictionForm },
): Promise<void> {
  await getForReader(ctx, candidateId)
  const { clock, actor } = ctx
  const now = clock.now()
  const { id } = form
  const { count: added } = await ctx.db
    .insert(candidateRestrictions)
    .values({
      id,
      candidateId,
      ...sealFor(ctx, 'candidate_restrictions', id, textOf(form)),
      ...groundsOf('restrictions', now),
      reviewOn: reviewDay(ctx, form),
      enteredAt: now,
      enteredBy: actor.userId ?? '',
    })
    .onConflictDoNothing()
  if (added === 0) return
  await recordAudit(ctx, {
    action: 'restriction.add',
    objectType: 'restriction',
    objectId: id,
    versionAfter: 1,
  })
  const { status, version } = await getStatus(ctx, candidateId)
  if (status === 'some') return
  if (!(await saveStatus(ctx, { candidateId, status: 'some', version })))
    throw new Conflict('Somebody else changed this at the same moment. Look again.')
}

interface One {
  restrictionId: string
  /** The reading it was seen by: what is not open is not changed. */
  sessionHash: string | null
}

/**
 * Writes one restriction anew.
 * @throws Invalid under `version` when another save came first
 */
export async function changeRestriction(
  ctx: Context,
  { form, ...one }: One & { form: RestrictionForm },
): Promise<void> {
  const { id } = await getRestriction(ctx, one)
  await save(
    ctx,
    { id, version: form.version, action: 'restriction.change' },
    {
      ...sealFor(ctx, 'candidate_restrictions', id, textOf(form)),
      ...groundsOf('restrictions', ctx.clock.now()),
      reviewOn: reviewDay(ctx, form),
    },
  )
}

/** Ends one restriction. After the last one it has to be said anew whether there are any. */
export async function endRestriction(
  ctx: Context,
  { version, ...one }: One & { version: number },
): Promise<void> {
  const { id, candidateId } = await getRestriction(ctx, one)
  const now = ctx.clock.now()
  await save(
    ctx,
    { id, version, action: 'restriction.end' },
    {
      endedAt: now,
      endedBy: ctx.actor.userId,
      keepUntil: groundsOf('restrictions', now).keepUntil,
    },
  )
  if ((await countActive(ctx, candidateId)) > 0) return
  const current = await getStatus(ctx, candidateId)
  if (!(await saveStatus(ctx, { candidateId, status: 'not_checked', version: current.version })))
    throw new Conflict('Somebody else changed this at the same moment. Look again.')
}

async function save(
  ctx: Context,
  { id, version, action }: { id: string; version: number; action: string },
  changes: Partial<typeof candidateRestrictions.$inferInsert>,
) {
  const saved = await ctx.db
    .update(candidateRestrictions)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(candidateRestrictions.id, id),
        eq(candidateRestrictions.version, version),
        isNull(candidateRestrictions.endedAt),
      ),
    )
    .returning({ id: candidateRestrictions.id })
  const entry = { objectType: 'restriction', objectId: id, version, action }
  await recordSave(ctx, { ...entry, changed: CHANGED }, saved)
}

/** False when another save came first. A version of 0 is that of a status never set. */
async function saveStatus(
  ctx: Context,
  {
    candidateId,
    status,
    version,
  }: { candidateId: string; status: RestrictionStatus; version: number },
): Promise<boolean> {
  const { db, actor, clock } = ctx
  if (!actor.userId) throw new NotFound()
  const row = { status, setAt: clock.now(), setBy: actor.userId, version: version + 1 }
  const saved =
    version === 0
      ? await db
          .insert(candidateRestrictionStatus)
          .values({ candidateId, ...row })
          .onConflictDoNothing()
      : await db
          .update(candidateRestrictionStatus)
          .set(row)
          .where(
            and(
              eq(candidateRestrictionStatus.candidateId, candidateId),
              eq(candidateRestrictionStatus.version, version),
            ),
          )
  if (saved.count === 0) return false
  await recordAudit(ctx, {
    action: 'restriction_status.set',
    objectType: 'restriction_status',
    objectId: candidateId,
    versionBefore: version,
    versionAfter: version + 1,
  })
  return true
}

/** Counts those on record without reading any: nothing of them need be open for that. */
function countActive(ctx: Context, candidateId: string): Promise<number> {
  return asSystem(ctx, async ({ db }) => {
    const [row] = await db
      .select({ n: count() })
      .from(candidateRestrictions)
      .where(isOnRecord(candidateId))
    return row?.n ?? 0
  })
}

const textOf = (form: RestrictionForm) =>
  JSON.stringify({
    effect: effectOf(form),
    source: form.source,
    details: form.details,
  } satisfies RestrictionText)

function reviewDay({ clock }: Context, form: RestrictionForm): string {
  const reviewOn = checkedDay(form, 'reviewOn')
  if (reviewOn < londonDay(clock.now()))
    throw new Invalid({ reviewOn: ['The day to look at it again must be today or later'] })
  return reviewOn
}
