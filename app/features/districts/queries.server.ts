import { asc, eq } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { districts } from '#db/schema/organisations.ts'

/** Every district there is or was, by name. */
export const listDistricts = ({ db }: Context) =>
  db.select().from(districts).orderBy(asc(districts.name))

/** The districts there are today, by name. */
export async function listDistrictsNow(ctx: Context) {
  const today = londonDay(ctx.clock.now())
  const all = await listDistricts(ctx)
  return all.filter(
    ({ startsOn, endsOn }) =>
      (startsOn === null || startsOn <= today) && (endsOn === null || today <= endsOn),
  )
}

/** One district, with the number that a save must name. */
export async function getDistrict({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db.select().from(districts).where(eq(districts.id, id))
  if (!row) throw new NotFound()
  return row
}
