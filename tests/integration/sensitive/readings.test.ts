import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listSightings } from '#app/features/candidates/queries.server.ts'
import { deleteStatement, saveStatement } from '#app/features/disclosure/statement.server.ts'
import { listOwnRestrictions, readRestriction } from '#app/features/restrictions/queries.server.ts'
import { writeNote } from '#app/features/safeguarding/notes.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { sensitiveReadings } from '#db/schema/sensitive.ts'
import { canaries, openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const said = (texts: unknown) => JSON.stringify(texts ?? null)

describe('a reading', () => {
  test('shows nothing until it is opened, then only the kind that was asked for', async () => {
    const before = await scene.read(scene.mentor)
    expect([before.restrictions, before.statement, before.safeguarding]).toEqual([null, null, null])
    await scene.open(scene.mentor, 'restrictions')
    const { restrictions, statement } = await scene.read(scene.mentor)
    expect(said(restrictions?.texts)).toContain(canaries.restriction)
    expect(statement).toBeNull()
  })

  test('is open to no other session, person or kind', async () => {
    expect((await scene.read(scene.mentor, 'two')).restrictions).toBeNull()
    expect((await scene.read(scene.lead)).restrictions).toBeNull()
    expect((await scene.read(scene.office)).restrictions).toBeNull()
  })

  test('is one line in the trail for each page that shows it, with its reason', async () => {
    const lines = async () =>
      (await scene.trail()).filter(({ action }) => action === 'restrictions.read')
    const before = (await lines()).length
    await scene.read(scene.mentor)
    await scene.read(scene.mentor)
    const after = await lines()
    expect(after).toHaveLength(before + 2)
    expect(after.at(-1)).toEqual({
      action: 'restrictions.read',
      reason: 'To see about restrictions',
      by: scene.mentor.userId,
    })
    await scene.read(scene.mentor, 'two')
    expect(await lines()).toHaveLength(before + 2)
  })

  test('is on the person’s own list, by role and organisation, without a name or the reason', async () => {
    const seen = await scene.as(scene.candidate, listSightings)
    const readings = seen.filter(({ what }) => what === 'Your restrictions')
    const lines = (await scene.trail()).filter(({ action }) => action === 'restrictions.read')
    expect(readings).toHaveLength(lines.length)
    expect(readings[0]?.who).toBe('A mentor, Sample Mentoring')
    expect(said(seen)).not.toMatch(/Morgan|To see about/)
    const [other] = await Promise.all([scene.as(scene.employer, listSightings)])
    expect(other).toEqual([])
  })

  test('closes after ten minutes, by the code and by the database alone', async () => {
    const ago = (minutes: number) => sql`now() - ${`${minutes} minutes`}::interval`
    const openedAgo = (minutes: number) =>
      scene.inside((tx) =>
        tx.insert(sensitiveReadings).values({
          ...{ sessionHash: 'three', userId: scene.lead.userId!, candidateId: scene.candidateId },
          ...{ kind: 'restrictions', reason: 'Before' },
          openedAt: ago(minutes),
          closesAt: sql`now() - ${`${minutes - 10} minutes`}::interval`,
        }),
      )
    const rows = () =>
      scene.as(scene.lead, ({ db }) => db.execute(sql`select id from candidate_restrictions`))
    await openedAgo(10)
    expect((await scene.read(scene.lead, 'three')).restrictions).toBeNull()
    expect(await rows()).toHaveLength(0)
    await openedAgo(9)
    expect((await scene.read(scene.lead, 'three')).restrictions?.texts).toHaveLength(1)
    expect(await rows()).toHaveLength(1)
  })

  test('needs a reason, ends within ten minutes and never changes, in the database too', async () => {
    const plain = (values: string) =>
      scene.inside((tx) =>
        tx.execute(sql`insert into sensitive_readings
          (id, session_hash, user_id, candidate_id, kind, reason, opened_at, closes_at)
          values (${uuidv7()}, 's', ${scene.lead.userId}, ${scene.candidateId}, ${sql.raw(values)})`),
      )
    await expect(plain(`'statement', ' ', now(), now()`)).rejects.toThrow()
    await expect(plain(`'statement', 'x', now(), now() + interval '11 minutes'`)).rejects.toThrow()
    await expect(plain(`'diary', 'x', now(), now()`)).rejects.toThrow()
    await expect(
      scene.inside((tx) => tx.execute(sql`update sensitive_readings set reason = 'y'`)),
    ).rejects.toThrow()
    await expect(
      scene.as(scene.lead, ({ db }) =>
        db.insert(sensitiveReadings).values({
          ...{ sessionHash: 's', userId: scene.lead.userId!, candidateId: scene.candidateId },
          ...{ kind: 'statement', reason: 'By myself' },
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('who may open what', () => {
  test.each(['stranger', 'volunteer', 'employer', 'candidate'] as const)(
    'for a %s there is nothing to open',
    async (who) => {
      await expect(scene.read(scene[who])).rejects.toBeInstanceOf(NotFound)
      await expect(scene.open(scene[who], 'restrictions')).rejects.toBeInstanceOf(NotFound)
    },
  )

  test('a mentor reads the person’s own words only while they are shared', async () => {
    const { candidateId } = scene
    const share = (yes: 'yes' | 'no', version: number) =>
      scene.as(scene.candidate, (ctx) =>
        saveStatement(ctx, { candidateId, words: canaries.statement, share: yes, version }),
      )
    await scene.open(scene.mentor, 'statement')
    expect((await scene.read(scene.mentor)).statement?.texts?.words).toBe(canaries.statement)
    await share('no', 1)
    expect((await scene.read(scene.mentor)).statement?.texts).toBeNull()
    await scene.open(scene.office, 'statement')
    expect((await scene.read(scene.office)).statement?.texts?.words).toBe(canaries.statement)
    await share('yes', 2)
  })

  test('safeguarding notes are for a lead and for the office', async () => {
    await expect(scene.open(scene.mentor, 'safeguarding')).rejects.toBeInstanceOf(NotFound)
    for (const who of [scene.lead, scene.office]) {
      await scene.open(who, 'safeguarding')
      expect(said(await scene.read(who))).toContain(canaries.safeguarding)
    }
    const note = { id: uuidv7(), note: 'x' }
    for (const who of [scene.mentor, scene.office, scene.volunteer, scene.candidate])
      await expect(
        scene.as(who, (ctx) => writeNote(ctx, { candidateId: scene.candidateId, form: note })),
      ).rejects.toBeInstanceOf(NotFound)
  })

  test('a lead may hold a safeguarding reading back, with a reason, and nobody may any other', async () => {
    const heldBackBecause = 'A police inquiry'
    const sightings = async () => (await scene.as(scene.candidate, listSightings)).length
    await scene.open(scene.lead, 'safeguarding', { session: 'held', heldBackBecause })
    const before = await sightings()
    expect(said(await scene.read(scene.lead, 'held'))).toContain(canaries.safeguarding)
    expect(await sightings()).toBe(before)
    const last = (await scene.trail()).at(-1)
    expect(last).toMatchObject({ action: 'safeguarding.read_held_back', by: scene.lead.userId })
    for (const refusal of [
      scene.open(scene.lead, 'restrictions', { heldBackBecause }),
      scene.open(scene.office, 'safeguarding', { heldBackBecause }),
    ])
      await expect(refusal).rejects.toBeInstanceOf(Invalid)
  })

  test('it ends with the assignment, at once', async () => {
    await scene.open(scene.mentor, 'restrictions')
    const open = () =>
      scene.as(scene.mentor, ({ db }) => db.execute(sql`select id from candidate_restrictions`))
    expect(await open()).toHaveLength(1)
    const end = (at: string) =>
      scene.inside((tx) =>
        tx.execute(sql`update mentor_assignments set ends_at = ${sql.raw(at)}
          where mentor_user_id = ${scene.mentor.userId}`),
      )
    await end('now()')
    expect(await open()).toHaveLength(0)
    await expect(scene.read(scene.mentor)).rejects.toBeInstanceOf(NotFound)
    await end('null')
  })

  test('one restriction has a page only while it is open, and that page is a reading too', async () => {
    const page = (actor: Actor, sessionHash: string) =>
      scene.as(actor, (ctx) =>
        readRestriction(ctx, { restrictionId: scene.restrictionId, sessionHash }),
      )
    await scene.open(scene.mentor, 'restrictions', { session: 'page' })
    const before = (await scene.trail()).length
    expect((await page(scene.mentor, 'page')).details).toBe(canaries.restriction)
    expect(await scene.trail()).toHaveLength(before + 1)
    for (const [actor, session] of [
      [scene.mentor, 'elsewhere'],
      [scene.volunteer, 'page'],
      [scene.stranger, 'page'],
      [scene.candidate, 'page'],
    ] as const)
      await expect(page(actor, session)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('the person', () => {
  test('reads their own effects and words without a reason, but not the notes on them', async () => {
    const own = await scene.as(scene.candidate, (ctx) =>
      listOwnRestrictions(ctx, scene.candidateId),
    )
    expect(own).toHaveLength(1)
    expect(own[0]?.effect).toBe(
      'At home from 19:00 to 07:00 on every day, and 30 minutes for the way',
    )
    expect(said(own)).not.toContain(canaries.restriction)
    await expect(
      scene.as(scene.mentor, (ctx) => listOwnRestrictions(ctx, scene.candidateId)),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('destroys their words by deleting them; a stale page destroys nothing', async () => {
    const { candidateId } = scene
    const remove = (version: number) =>
      scene.as(scene.candidate, (ctx) => deleteStatement(ctx, { candidateId, version }))
    const rows = () => scene.inside((tx) => tx.execute(sql`select * from candidate_disclosures`))
    await expect(remove(1)).rejects.toBeInstanceOf(Invalid)
    expect(await rows()).toHaveLength(1)
    await remove(3)
    expect(await rows()).toHaveLength(0)
    await remove(3)
    await expect(
      scene.as(scene.candidate, (ctx) =>
        saveStatement(ctx, { candidateId, words: 'Again', share: 'no', version: 3 }),
      ),
    ).rejects.toBeInstanceOf(Invalid)
  })
})
