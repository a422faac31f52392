import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../client.server.ts'
import { enrolments, programmes } from '../schema/programmes.ts'
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
