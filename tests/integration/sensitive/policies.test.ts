import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedTables } from '#app/features/sensitive/sealed.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { sensitiveReadings } from '#db/schema/sensitive.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
/** The app's login in plain SQL, with no code of ours between. */
let app: postgres.Sql
beforeAll(async () => {
  scene = await openScene()
  app = postgres(scene.database.appUrl, { max: 1 })
})
afterAll(async () => {
  await app.end()
  await scene.close()
})

const people = [
  'candidate',
  'mentor',
  'lead',
  'volunteer',
  'stranger',
  'office',
  'employer',
  'otherEmployer',
] as const

const asPlain = <T>(
  { userId, role, employerId }: Actor,
  work: (tx: postgres.TransactionSql) => T,
) =>
  app.begin(async (tx) => {
    await tx`select set_config('app.user_id', ${userId ?? ''}, true), set_config('app.role', ${role}, true),
      set_config('app.organisation_id', ${employerId ?? ''}, true)`
    return work(tx)
  })

/** How many rows of each table everybody reads, and of the status. */
async function seen() {
  const found: Record<string, number[]> = {}
  for (const who of people) {
    const tables = ['candidate_restriction_status', ...sealedTables]
    found[who] = []
    for (const table of tables) {
      const rows = await asPlain(scene[who], (tx) => tx`select * from ${tx(table)}`)
      found[who].push(rows.length)
    }
  }
  return found
}

test('with nothing open only the person reads what is theirs, and the others of the case the status', async () => {
  expect(await seen()).toEqual({
    candidate: [1, 1, 1, 0],
    mentor: [1, 0, 0, 0],
    lead: [1, 0, 0, 0],
    volunteer: [1, 0, 0, 0],
    stranger: [0, 0, 0, 0],
    office: [1, 0, 0, 0],
    employer: [0, 0, 0, 0],
    otherEmployer: [0, 0, 0, 0],
  })
})

test('with everything open to everybody each still reads only what is for them', async () => {
  await scene.inside(async (tx) => {
    for (const who of people)
      for (const kind of ['restrictions', 'statement', 'safeguarding'] as const)
        await tx.insert(sensitiveReadings).values({
          ...{ sessionHash: 's', userId: scene[who].userId ?? '', kind, reason: 'Test' },
          candidateId: scene.candidateId,
        })
  })
  expect(await seen()).toEqual({
    candidate: [1, 1, 1, 0],
    mentor: [1, 1, 1, 0],
    lead: [1, 1, 1, 1],
    volunteer: [1, 0, 0, 0],
    stranger: [0, 0, 0, 0],
    office: [1, 1, 1, 1],
    employer: [0, 0, 0, 0],
    otherEmployer: [0, 0, 0, 0],
  })
})

test('nobody writes over or takes away what is not theirs', async () => {
  for (const who of people)
    for (const table of sealedTables) {
      const mayOwn = who === 'candidate' && table === 'candidate_disclosures'
      if (mayOwn) continue
      const gone = await asPlain(scene[who], (tx) => tx`delete from ${tx(table)}`)
      expect([who, table, gone.count]).toEqual([who, table, 0])
      const changesOpen =
        table === 'candidate_restrictions' && ['mentor', 'lead', 'office'].includes(who)
      if (changesOpen) continue
      const changed = await asPlain(scene[who], (tx) => tx`update ${tx(table)} set sealed = 'x'`)
      expect([who, table, changed.count]).toEqual([who, table, 0])
    }
})

test('nobody adds a note or a restriction whose business it is not', async () => {
  const note = (actor: Actor) =>
    asPlain(
      actor,
      (tx) => tx`insert into safeguarding_notes
      (id, candidate_id, sealed, key_version, lawful_basis, schedule_condition, keep_until, written_at, written_by)
      values (gen_random_uuid(), ${scene.candidateId}, 'x', 1, 'x', 'x', '2099-01-01', now(), ${actor.userId})`,
    )
  const restriction = (actor: Actor) =>
    asPlain(
      actor,
      (tx) => tx`insert into candidate_restrictions
      (id, candidate_id, sealed, key_version, lawful_basis, schedule_condition, keep_until, review_on, entered_at, entered_by)
      values (gen_random_uuid(), ${scene.candidateId}, 'x', 1, 'x', 'x', '2099-01-01', '2099-01-01', now(), ${actor.userId})`,
    )
  for (const who of people) {
    if (who !== 'lead') await expect(note(scene[who])).rejects.toThrow('row-level security')
    if (!['mentor', 'lead', 'office'].includes(who))
      await expect(restriction(scene[who])).rejects.toThrow('row-level security')
  }
  // Those who may leave an entry in the trail, or it is not kept.
  await expect(restriction(scene.mentor)).rejects.toThrow('has no audit entry')
})
