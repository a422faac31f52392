import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { onlyOffice } from '#app/features/accounts/only-office.server.ts'
import { recordAdded, recordSave } from '#app/features/audit/record-save.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { checkedDay, refuseBackwards } from '#app/platform/typed-day-schema.ts'
import { metricValues, programmeMetrics } from '#db/schema/programmes.ts'
import { getMetric, getValue } from './metric-queries.server.ts'
import { getHead } from './part-queries.server.ts'
import type { metricSchema, newMetricSchema, takeBackSchema, valueSchema } from './schema.ts'

/** Adds something that a programme is judged by, with its definition. */
export async function addMetric(
  ctx: Context,
  { programmeId, ...form }: { programmeId: string } & z.infer<typeof newMetricSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, programmeId)
  const rows = await ctx.db
    .insert(programmeMetrics)
    .values({ programmeId, ...columnsOf(form), createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: programmeMetrics.id })
  await recordAdded(ctx, { objectType: 'programme_metric' }, rows, {
    name: ['This is counted already'],
  })
}

/**
 * Saves a metric. Once it has numbers only its target may change: what they mean does not change
 * behind them. Gives the programme's id.
 *
 * @throws Invalid under `version` when another save came first
 */
export async function saveMetric(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof metricSchema>,
) {
  onlyOffice(ctx)
  const { metric, hasValues } = await getMetric(ctx, id)
  const columns = columnsOf(form)
  if (hasValues) {
    const { name, definition, unit, kind, countedOver, followUpMonths } = columns
    const settled = { name, definition, unit, kind, countedOver, followUpMonths }
    for (const [field, value] of Object.entries(settled))
      if (metric[field as keyof typeof settled] !== value)
        throw new Invalid({
          [field]: ['It has numbers already: add another one with the new definition instead'],
        })
  }
  const saved = await ctx.db
    .update(programmeMetrics)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(programmeMetrics.id, id), eq(programmeMetrics.version, version)))
    .returning({ id: programmeMetrics.id })
  await recordSave(ctx, { objectType: 'programme_metric', objectId: id, version }, saved)
  return metric.programmeId
}

/** Enters one number for one period; gives the programme's id. */
export async function enterValue(
  ctx: Context,
  { metricId, ...form }: { metricId: string } & z.infer<typeof valueSchema>,
) {
  onlyOffice(ctx)
  const { metric } = await getMetric(ctx, metricId)
  const [periodFrom, periodTo] = [checkedDay(form, 'periodFrom'), checkedDay(form, 'periodTo')]
  refuseBackwards(periodFrom, periodTo, 'periodTo')
  if (periodTo > londonDay(ctx.clock.now()))
    throw new Invalid({ periodTo: ['The period must be over: the last day is today or earlier'] })
  const rows = await ctx.db
    .insert(metricValues)
    .values({
      metricId,
      periodFrom,
      periodTo,
      value: form.value ?? 0,
      bound: form.bound,
      source: form.source,
      enteredBy: ctx.actor.userId,
      enteredAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: metricValues.id })
  const entry = { objectType: 'metric_value', action: 'metric_value.enter' }
  await recordAdded(ctx, entry, rows, {
    periodFrom: ['There is a number for this period already. Take it back first'],
  })
  return metric.programmeId
}

/** Takes a number back. It stays on record with the reason, and counts no more. */
export async function takeBackValue(
  ctx: Context,
  { id, version, reason }: { id: string } & z.infer<typeof takeBackSchema>,
) {
  onlyOffice(ctx)
  const { value, metric } = await getValue(ctx, id)
  if (value.takenBackAt !== null) throw new Conflict('This number has been taken back already.')
  const saved = await ctx.db
    .update(metricValues)
    .set({
      takenBackAt: ctx.clock.now(),
      takenBackBy: ctx.actor.userId,
      takenBackReason: reason,
      version: version + 1,
    })
    .where(and(eq(metricValues.id, id), eq(metricValues.version, version)))
    .returning({ id: metricValues.id })
  const entry = { action: 'metric_value.take_back', objectType: 'metric_value', objectId: id }
  await recordSave(ctx, { ...entry, version }, saved)
  return metric.programmeId
}

const columnsOf = ({ countedOver, ...form }: z.infer<typeof newMetricSchema>) => ({
  ...form,
  countedOver: countedOver === 'none' ? null : countedOver,
})
