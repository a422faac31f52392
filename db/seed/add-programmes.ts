import { addMinutes } from 'date-fns'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../client.server.ts'
import { districts, organisations } from '../schema/organisations.ts'
import {
  fundingPeriods,
  metricValues,
  programmeAreas,
  programmeMetrics,
  programmes,
  referralSources,
} from '../schema/programmes.ts'
import {
  demoSlugs,
  norfolk,
  partners,
  statedProgrammes,
  triedProgrammes,
  type SeededProgramme,
} from './programmes.ts'

/** Adds every programme of the demo; gives the ids of those its people are in, by their numbers. */
export async function addProgrammes(tx: Tx, now: Date, coordinatorId: string): Promise<string[]> {
  const organisationIds = new Map(partners.map(({ name }) => [name as string, uuidv7()]))
  await tx
    .insert(organisations)
    .values(partners.map((partner) => ({ ...partner, id: organisationIds.get(partner.name) })))
  const districtIds = new Map(norfolk.map(({ name }) => [name, uuidv7()]))
  await tx
    .insert(districts)
    .values(norfolk.map((district) => ({ ...district, id: districtIds.get(district.name) })))
  const all = [...statedProgrammes, ...triedProgrammes(now)].map((one) => ({
    ...one,
    id: uuidv7(),
  }))
  await tx.insert(programmes).values(
    all.map(({ id, row, operator, owner }) => ({
      ...row,
      id,
      operatorId: organisationIds.get(operator),
      ownerId: owner === undefined ? null : organisationIds.get(owner),
    })),
  )
  for (const one of all) await addParts(tx, one, districtIds, { now, coordinatorId })
  return demoSlugs.map((slug) => all.find(({ row }) => row.slug === slug)?.id ?? '')
}

async function addParts(
  tx: Tx,
  { id: programmeId, funding, areas, sources, metrics }: SeededProgramme & { id: string },
  districtIds: Map<string, string>,
  { now, coordinatorId }: { now: Date; coordinatorId: string },
) {
  if (funding?.length)
    await tx.insert(fundingPeriods).values(funding.map((one) => ({ ...one, programmeId })))
  if (areas?.length)
    await tx
      .insert(programmeAreas)
      .values(areas.map((name) => ({ programmeId, districtId: districtIds.get(name) ?? '' })))
  if (sources?.length)
    await tx.insert(referralSources).values(sources.map((one) => ({ ...one, programmeId })))
  // A minute apart, so that they stand in the order they are told in.
  for (const [index, { values = [], ...metric }] of (metrics ?? []).entries()) {
    const metricId = uuidv7()
    const createdAt = addMinutes(now, index)
    await tx.insert(programmeMetrics).values({ ...metric, id: metricId, programmeId, createdAt })
    if (values.length > 0)
      await tx
        .insert(metricValues)
        .values(values.map((one) => ({ ...one, metricId, enteredBy: coordinatorId })))
  }
}
