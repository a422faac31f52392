import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { onlyOffice } from '#app/features/accounts/only-office.server.ts'
import { recordAdded, recordSave } from '#app/features/audit/record-save.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { refuseBackwards } from '#app/platform/typed-day-schema.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { districts } from '#db/schema/organisations.ts'
import { getDistrict } from './queries.server.ts'
import type { districtSchema, newDistrictSchema } from './schema.ts'

const TAKEN = { code: ['There is a district with this code already'] }

/** Adds a district. */
export async function addDistrict(ctx: Context, form: z.infer<typeof newDistrictSchema>) {
  onlyOffice(ctx)
  const rows = await ctx.db
    .insert(districts)
    .values(columnsOf(form))
    .onConflictDoNothing()
    .returning({ id: districts.id })
  await recordAdded(ctx, { objectType: 'district' }, rows, TAKEN)
}

/**
 * Saves a district: councils change, and one that has gone stays readable.
 * @throws Invalid under `version` when another save came first
 */
export async function saveDistrict(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof districtSchema>,
) {
  onlyOffice(ctx)
  await getDistrict(ctx, id)
  const columns = columnsOf(form)
  const [same] = await ctx.db
    .select({ id: districts.id })
    .from(districts)
    .where(and(eq(districts.code, columns.code), ne(districts.id, id)))
  if (same) throw new Invalid(TAKEN)
  const saved = await ctx.db
    .update(districts)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(districts.id, id), eq(districts.version, version)))
    .returning({ id: districts.id })
  await recordSave(ctx, { objectType: 'district', objectId: id, version }, saved)
}

function columnsOf(form: z.infer<typeof newDistrictSchema>) {
  const [startsOn, endsOn] = [dayFrom(form, 'startsOn'), dayFrom(form, 'endsOn')]
  refuseBackwards(startsOn, endsOn, 'endsOn')
  return { code: form.code, name: form.name, successor: form.successor, startsOn, endsOn }
}
