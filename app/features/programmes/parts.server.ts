import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { isInventedActor } from '#app/features/accounts/demo.server.ts'
import { onlyOffice } from '#app/features/accounts/only-office.server.ts'
import { recordAdded, recordSave } from '#app/features/audit/record-save.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { checkedDay, refuseBackwards } from '#app/platform/typed-day-schema.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { districts, organisations } from '#db/schema/organisations.ts'
import { fundingPeriods, programmeAreas, referralSources } from '#db/schema/programmes.ts'
import { getArea, getFunding, getHead, getSource } from './part-queries.server.ts'
import type {
  endSchema,
  fundingSchema,
  newAreaSchema,
  newFundingSchema,
  newSourceSchema,
} from './schema.ts'

/** Records who pays, from when to when. */
export async function addFunding(
  ctx: Context,
  { programmeId, ...form }: { programmeId: string } & z.infer<typeof newFundingSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, programmeId)
  const rows = await ctx.db
    .insert(fundingPeriods)
    .values({
      programmeId,
      ...fundingOf(form),
      isInvented: await isInventedActor(ctx),
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: fundingPeriods.id })
  await recordAdded(ctx, { objectType: 'funding_period' }, rows, {
    funder: ['This funder is there already, from the same day'],
  })
}

/**
 * Saves a funding period: it may have been extended, or an amount has become known.
 * @throws Invalid under `version` when another save came first
 */
export async function saveFunding(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof fundingSchema>,
) {
  onlyOffice(ctx)
  const { funding } = await getFunding(ctx, id)
  const values = fundingOf(form)
  const others = await ctx.db
    .select({ id: fundingPeriods.id })
    .from(fundingPeriods)
    .where(
      and(
        eq(fundingPeriods.programmeId, funding.programmeId),
        eq(fundingPeriods.funder, values.funder),
        eq(fundingPeriods.startsOn, values.startsOn),
      ),
    )
  if (others.some((other) => other.id !== id))
    throw new Invalid({ funder: ['This funder is there already, from the same day'] })
  const saved = await ctx.db
    .update(fundingPeriods)
    .set({ ...values, version: version + 1 })
    .where(and(eq(fundingPeriods.id, id), eq(fundingPeriods.version, version)))
    .returning({ id: fundingPeriods.id })
  await recordSave(ctx, { objectType: 'funding_period', objectId: id, version }, saved)
  return funding.programmeId
}

/** Adds a district in which a programme works. */
export async function addArea(
  ctx: Context,
  { programmeId, districtId, ...form }: { programmeId: string } & z.infer<typeof newAreaSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, programmeId)
  const [district] = await ctx.db.select().from(districts).where(eq(districts.id, districtId))
  if (!district) throw new Invalid({ districtId: ['Choose a district'] })
  const rows = await ctx.db
    .insert(programmeAreas)
    .values({
      programmeId,
      districtId,
      startsOn: dayFrom(form, 'startsOn'),
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: programmeAreas.id })
  await recordAdded(ctx, { objectType: 'programme_area' }, rows, {
    districtId: ['It works in this district already'],
  })
}

/** Ends an area; gives the programme's id. */
export async function endArea(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof endSchema>,
) {
  onlyOffice(ctx)
  const { area } = await getArea(ctx, id)
  const endsOn = endOf(area, form)
  const saved = await ctx.db
    .update(programmeAreas)
    .set({ endsOn, version: version + 1 })
    .where(and(eq(programmeAreas.id, id), eq(programmeAreas.version, version)))
    .returning({ id: programmeAreas.id })
  const entry = { action: 'programme_area.end', objectType: 'programme_area' }
  await recordSave(ctx, { ...entry, objectId: id, version }, saved)
  return area.programmeId
}

/** Adds a way by which people come to a programme. */
export async function addSource(
  ctx: Context,
  { programmeId, ...form }: { programmeId: string } & z.infer<typeof newSourceSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, programmeId)
  const { kind, label, organisationId } = form
  if (organisationId !== null) {
    const [found] = await ctx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
    if (!found) throw new Invalid({ organisationId: ['Choose an organisation from the list'] })
  }
  const rows = await ctx.db
    .insert(referralSources)
    .values({
      ...{ programmeId, kind, label, organisationId },
      startsOn: dayFrom(form, 'startsOn'),
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: referralSources.id })
  await recordAdded(ctx, { objectType: 'referral_source' }, rows, {
    label: ['It is there already'],
  })
}

/** Ends a source of referrals; gives the programme's id. */
export async function endSource(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof endSchema>,
) {
  onlyOffice(ctx)
  const { source } = await getSource(ctx, id)
  const endsOn = endOf(source, form)
  const saved = await ctx.db
    .update(referralSources)
    .set({ endsOn, version: version + 1 })
    .where(and(eq(referralSources.id, id), eq(referralSources.version, version)))
    .returning({ id: referralSources.id })
  const entry = { action: 'referral_source.end', objectType: 'referral_source' }
  await recordSave(ctx, { ...entry, objectId: id, version }, saved)
  return source.programmeId
}

function fundingOf(form: z.infer<typeof newFundingSchema>) {
  const { funder, amount, note } = form
  const startsOn = checkedDay(form, 'startsOn')
  const endsOn = dayFrom(form, 'endsOn')
  refuseBackwards(startsOn, endsOn, 'endsOn')
  return { funder, note, amountPence: amount, startsOn, endsOn }
}

function endOf(
  part: { startsOn: string | null; endsOn: string | null },
  form: Parameters<typeof checkedDay>[0],
) {
  if (part.endsOn !== null) throw new Conflict('It has ended already.')
  const endsOn = checkedDay(form, 'endsOn')
  refuseBackwards(part.startsOn, endsOn, 'endsOn')
  return endsOn
}
