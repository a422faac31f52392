import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../client.server.ts'
import { districts, organisations } from '../schema/organisations.ts'
import {
  enrolments,
  fundingPeriods,
  metricValues,
  programmeAreas,
  programmeMetrics,
  programmes,
  referralSources,
} from '../schema/programmes.ts'
import { only } from './only.ts'

/** A programme for adults that records restrictions. */
export async function makeProgramme(
  tx: Tx,
  overrides: Partial<typeof programmes.$inferInsert> = {},
) {
  const id = overrides.id ?? uuidv7()
  return only(
    await tx
      .insert(programmes)
      .values({
        slug: `sample-${id}`,
        name: 'Sample programme',
        minAge: 18,
        recordsRestrictions: true,
        ...overrides,
        id,
      })
      .returning(),
  )
}

/** Enrols a candidate; in a new programme when none is named. */
export async function enrol(
  tx: Tx,
  overrides: Pick<typeof enrolments.$inferInsert, 'candidateId'> &
    Partial<typeof enrolments.$inferInsert>,
) {
  const programmeId = overrides.programmeId ?? (await makeProgramme(tx)).id
  return only(
    await tx
      .insert(enrolments)
      .values({ startedOn: '2024-01-08', ...overrides, programmeId })
      .returning(),
  )
}

/** One of everything that can belong to a programme; gives their ids. */
export async function makeProgrammeParts(tx: Tx, programmeId: string) {
  const organisation = only(
    await tx.insert(organisations).values({ name: 'Canarypartner', kind: 'charity' }).returning(),
  )
  const district = only(
    await tx.insert(districts).values({ code: 'X1', name: 'Canarydistrict' }).returning(),
  )
  const funding = only(
    await tx
      .insert(fundingPeriods)
      .values({ programmeId, funder: 'Sample fund', startsOn: '2020-01-01' })
      .returning(),
  )
  const area = only(
    await tx.insert(programmeAreas).values({ programmeId, districtId: district.id }).returning(),
  )
  const source = only(
    await tx
      .insert(referralSources)
      .values({ programmeId, kind: 'school', label: 'Sample school' })
      .returning(),
  )
  const metric = only(
    await tx
      .insert(programmeMetrics)
      .values({
        programmeId,
        kind: 'count',
        name: 'People reached',
        definition: 'Everybody spoken to',
        unit: 'people',
      })
      .returning(),
  )
  const value = only(
    await tx
      .insert(metricValues)
      .values({
        metricId: metric.id,
        periodFrom: '2024-01-01',
        periodTo: '2024-12-31',
        value: 12,
        source: 'A report',
      })
      .returning(),
  )
  return {
    programme: programmeId,
    organisation: organisation.id,
    district: district.id,
    funding: funding.id,
    area: area.id,
    source: source.id,
    metric: metric.id,
    value: value.id,
  }
}
