import { asc, desc, eq, inArray } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { metricValues, programmeMetrics, programmes } from '#db/schema/programmes.ts'
import { programmeTitle } from './title.server.ts'

/** What programmes count, each with its numbers, the newest period first. */
export async function listMetrics({ db }: Context, programmeIds: string[]) {
  const metrics = await db
    .select()
    .from(programmeMetrics)
    .where(inArray(programmeMetrics.programmeId, programmeIds))
    .orderBy(asc(programmeMetrics.createdAt), asc(programmeMetrics.name))
  const values = await db
    .select()
    .from(metricValues)
    .where(
      inArray(
        metricValues.metricId,
        metrics.map(({ id }) => id),
      ),
    )
    .orderBy(desc(metricValues.periodTo), desc(metricValues.enteredAt))
  return metrics.map((metric) => ({
    ...metric,
    values: values.filter(({ metricId }) => metricId === metric.id),
  }))
}

/** One metric, with its programme and whether its definition is settled. */
export async function getMetric(ctx: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await ctx.db
    .select({ metric: programmeMetrics, programme: programmeTitle })
    .from(programmeMetrics)
    .innerJoin(programmes, eq(programmes.id, programmeMetrics.programmeId))
    .where(eq(programmeMetrics.id, id))
  if (!row) throw new NotFound()
  const hasValues = (await ctx.db.$count(metricValues, eq(metricValues.metricId, id))) > 0
  return { ...row, hasValues }
}

/** One number, with its metric and programme. */
export async function getValue({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db
    .select({ value: metricValues, metric: programmeMetrics, programme: programmeTitle })
    .from(metricValues)
    .innerJoin(programmeMetrics, eq(programmeMetrics.id, metricValues.metricId))
    .innerJoin(programmes, eq(programmes.id, programmeMetrics.programmeId))
    .where(eq(metricValues.id, id))
  if (!row) throw new NotFound()
  return row
}
