import { and, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { candidateQualifications, qualificationPlaces } from '#db/schema/profiles.ts'
import type { addQualificationSchema, changeQualificationSchema, removeSchema } from './schema.ts'

type Added = z.infer<(typeof addQualificationSchema)['own' | 'onBehalf']>
type Changed = z.infer<(typeof changeQualificationSchema)['own' | 'onBehalf']>

/** Adds a ticket or qualification; the same one twice is one. */
export async function addQualification(ctx: Context, candidateId: string, form: Added) {
  const [row] = await ctx.db
    .insert(candidateQualifications)
    .values({ candidateId, ...columnsOf(form), createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: candidateQualifications.id })
  if (!row) return
  await savePlace(ctx, candidateId, row.id, form)
  await record(ctx, 'add', row.id, { versionAfter: 1 })
}

/**
 * Saves a ticket or qualification that is there already.
 * @throws Invalid under `version` when another save came first
 */
export async function changeQualification(
  ctx: Context,
  candidateId: string,
  { id, version, ...form }: Changed,
) {
  const { db } = ctx
  const own = and(
    eq(candidateQualifications.id, id),
    eq(candidateQualifications.candidateId, candidateId),
  )
  const columns = columnsOf(form)
  await refuseTwice(ctx, candidateId, id, columns)
  const saved = await db
    .update(candidateQualifications)
    .set({ ...columns, version: version + 1 })
    .where(and(own, eq(candidateQualifications.version, version)))
    .returning({ id: candidateQualifications.id })
  if (saved.length === 0) {
    const there = await db
      .select({ id: candidateQualifications.id })
      .from(candidateQualifications)
      .where(own)
    if (there.length === 0) throw new NotFound()
  }
  const objectType = 'candidate_qualification'
  await recordSave(
    ctx,
    { objectType, objectId: id, version, action: `${objectType}.change` },
    saved,
  )
  await savePlace(ctx, candidateId, id, form)
}

/** Takes a ticket or qualification away, and where it was gained with it. */
export async function removeQualification(
  ctx: Context,
  candidateId: string,
  { id }: z.infer<typeof removeSchema>,
) {
  const removed = await ctx.db
    .delete(candidateQualifications)
    .where(
      and(eq(candidateQualifications.id, id), eq(candidateQualifications.candidateId, candidateId)),
    )
    .returning({ version: candidateQualifications.version })
  if (removed[0]) await record(ctx, 'remove', id, { versionBefore: removed[0].version })
}

const columnsOf = ({ name, awardingBody, level, ...form }: Omit<Added, 'place'>) => ({
  name,
  awardingBody,
  level,
  gainedOn: dayFrom(form, 'gainedOn'),
})

/** What the database would refuse is said at the name. */
async function refuseTwice(
  { db }: Context,
  candidateId: string,
  id: string,
  { name, awardingBody, level, gainedOn }: ReturnType<typeof columnsOf>,
) {
  const same = await db
    .select({ id: candidateQualifications.id })
    .from(candidateQualifications)
    .where(
      and(
        eq(candidateQualifications.candidateId, candidateId),
        ne(candidateQualifications.id, id),
        eq(candidateQualifications.name, name),
        eq(candidateQualifications.awardingBody, awardingBody),
        eq(candidateQualifications.level, level),
        sql`${candidateQualifications.gainedOn} is not distinct from ${gainedOn}::date`,
      ),
    )
  if (same.length > 0) throw new Invalid({ name: ['This is in the list already'] })
}

/** Whoever fills in the page on somebody's behalf was not asked for the place, and leaves it be. */
async function savePlace(
  { db }: Context,
  candidateId: string,
  qualificationId: string,
  form: object,
) {
  if (!('place' in form)) return
  await db
    .delete(qualificationPlaces)
    .where(eq(qualificationPlaces.qualificationId, qualificationId))
  const place = String(form.place)
  if (place !== '')
    await db.insert(qualificationPlaces).values({ qualificationId, candidateId, place })
}

const record = (
  ctx: Context,
  verb: string,
  objectId: string,
  versions: { versionBefore?: number; versionAfter?: number },
) =>
  recordAudit(ctx, {
    action: `candidate_qualification.${verb}`,
    objectType: 'candidate_qualification',
    objectId,
    ...versions,
  })
