import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#app/platform/context.ts'
import { connect, inTransaction, type Database } from '#db/client.server.ts'
import { enrol, makeCandidate, makeMentor, makeOpportunity } from '#db/factories/index.ts'
import { mentorAssignments } from '#db/schema/candidates.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

let own: TestDatabase
let db: Database

beforeAll(async () => {
  own = await createTestDatabase()
  db = connect(own.appUrl, { max: 2 })
})
afterAll(async () => {
  await db.$client.end()
  await own.drop()
})

test('a live opening, a mentor and a person on the caseload are one line each', async () => {
  await inTransaction(db, system('factories'), async (tx) => {
    const opening = await makeOpportunity(tx)
    expect(opening.state).toBe('live')
    const mentor = await makeMentor(tx, { isSafeguardingLead: true })
    expect(mentor.grant.isSafeguardingLead).toBe(true)
    const candidate = await makeCandidate(tx, { onLicence: true, mentorUserId: mentor.userId })
    await enrol(tx, { candidateId: candidate.id })
    const assigned = await tx
      .select()
      .from(mentorAssignments)
      .where(eq(mentorAssignments.candidateId, candidate.id))
    expect(assigned).toHaveLength(1)
  })
})
