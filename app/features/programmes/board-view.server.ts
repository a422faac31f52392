import { shown } from '#app/features/reports/small-counts.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { listMetrics } from './metric-queries.server.ts'
import { listAll } from './queries.server.ts'
import { boundedNumber, spanOf } from './wording.ts'

/** What each programme counts, for the board: a number of people from 1 to 4 is not given. */
export async function getCounted(ctx: Context) {
  if (ctx.actor.role !== 'board') throw new NotFound()
  const programmes = await listAll(ctx)
  const metrics = await listMetrics(
    ctx,
    programmes.map(({ id }) => id),
  )
  return programmes.flatMap(({ id, name, operator, standing }) => {
    const counted = metrics.filter(({ programmeId }) => programmeId === id)
    if (counted.length === 0) return []
    return [{ id, name, operator, standing, metrics: counted.map(forBoard) }]
  })
}

function forBoard(metric: Awaited<ReturnType<typeof listMetrics>>[number]) {
  const { id, name, definition, unit, countedOver, followUpMonths, target, values } = metric
  return {
    ...{ id, name, definition, unit, countedOver, followUpMonths, target },
    values: values.map(({ value, bound, periodFrom, periodTo, source }) => ({
      number:
        unit === 'people' && shown(value) === null ? 'fewer than 5' : boundedNumber(value, bound),
      period: spanOf(periodFrom, periodTo),
      source,
    })),
  }
}
