import { eq } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { districts } from '#db/schema/organisations.ts'
import {
  fundingPeriods,
  programmeAreas,
  programmes,
  referralSources,
} from '#db/schema/programmes.ts'
import { programmeTitle } from './title.server.ts'

/** The programme that something is added to, by what it is called. */
export async function getHead({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db
    .select({ programme: programmes, title: programmeTitle })
    .from(programmes)
    .where(eq(programmes.id, id))
  if (!row) throw new NotFound()
  return row
}

/** One funding period, with its programme. */
export async function getFunding({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db
    .select({ funding: fundingPeriods, title: programmeTitle })
    .from(fundingPeriods)
    .innerJoin(programmes, eq(programmes.id, fundingPeriods.programmeId))
    .where(eq(fundingPeriods.id, id))
  if (!row) throw new NotFound()
  return row
}

/** One area, with its programme. */
export async function getArea({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db
    .select({ area: programmeAreas, name: districts.name, title: programmeTitle })
    .from(programmeAreas)
    .innerJoin(programmes, eq(programmes.id, programmeAreas.programmeId))
    .innerJoin(districts, eq(districts.id, programmeAreas.districtId))
    .where(eq(programmeAreas.id, id))
  if (!row) throw new NotFound()
  return row
}

/** One source of referrals, with its programme. */
export async function getSource({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db
    .select({ source: referralSources, title: programmeTitle })
    .from(referralSources)
    .innerJoin(programmes, eq(programmes.id, referralSources.programmeId))
    .where(eq(referralSources.id, id))
  if (!row) throw new NotFound()
  return row
}
