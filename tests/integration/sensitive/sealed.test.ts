import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveStatement, findStatement } from '#app/features/disclosure/statement.server.ts'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { listOwnRestrictions } from '#app/features/restrictions/queries.server.ts'
import { refuseMissingKeys, rewrapAll } from '#app/features/sensitive/rewrap.server.ts'
import { sealedTables } from '#app/features/sensitive/sealed.server.ts'
import { Unsealable, type KeyRing } from '#app/platform/crypto.server.ts'
import type { Context } from '#app/platform/context.ts'
import { testKeys } from '#tests/support/keys.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { canaries, openScene, type Scene } from './scene.ts'

let scene: Scene
let admin: postgres.Sql
beforeAll(async () => {
  scene = await openScene()
  admin = postgres(scene.database.adminUrl, { max: 1 })
})
afterAll(async () => {
  await admin.end()
  await scene.close()
})

/** Every column of every row of every table, as a dump has them. */
async function everything(): Promise<string> {
  const tables = await admin<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`
  const rows = await Promise.all(
    tables.map(
      ({ schema, name }) => admin`select t::text as row from ${admin(`${schema}.${name}`)} t`,
    ),
  )
  return rows
    .flat()
    .map(({ row }) => String(row))
    .join('\n')
}

describe('A22: a dump', () => {
  test('has none of the words, nor what the restriction comes to, by any name or shape of them', async () => {
    await scene.open(scene.mentor, 'restrictions')
    await scene.read(scene.mentor)
    const dump = await everything()
    expect(dump).toContain('Canarywordstrength')
    const plain = [...Object.values(canaries), 'curfew', '19:00', '"effect"']
    for (const word of plain)
      for (const shape of [
        word,
        ...(['hex', 'base64', 'base64url'] as const).map((one) =>
          Buffer.from(word).toString(one).slice(0, -2),
        ),
      ])
        expect([word, dump.includes(shape)]).toEqual([word, false])
  })

  test('says of every sealed text why and until when it may be kept', async () => {
    for (const table of sealedTables) {
      const [row] =
        await admin`select lawful_basis, schedule_condition, keep_until::text from ${admin(table)}`
      expect([table, row?.lawful_basis, row?.schedule_condition]).toEqual([
        table,
        expect.stringMatching(/^(public_task|consent)$/),
        expect.stringMatching(/^[a-z_]+$/),
      ])
      const years = Number(String(row?.keep_until).slice(0, 4)) - scene.clock.now().getUTCFullYear()
      expect(years).toBe(2)
    }
  })
})

test('two texts swapped between rows, or put into another table, do not open', async () => {
  const second = restrictionForm({ details: 'Another' })
  await scene.as(scene.mentor, (ctx) =>
    addRestriction(ctx, { candidateId: scene.candidateId, form: second }),
  )
  const own = () => scene.as(scene.candidate, (ctx) => listOwnRestrictions(ctx, scene.candidateId))
  expect(await own()).toHaveLength(2)
  await admin`update candidate_restrictions r set sealed = other.sealed
    from candidate_restrictions other where other.id <> r.id`
  await expect(own()).rejects.toBeInstanceOf(Unsealable)
  await admin`update candidate_restrictions r set sealed = other.sealed
    from candidate_restrictions other where other.id <> r.id`
  expect(await own()).toHaveLength(2)
  const statement = () => scene.as(scene.candidate, (ctx) => findStatement(ctx, scene.candidateId))
  const [kept] = await admin`select sealed from candidate_disclosures`
  await admin`update candidate_disclosures set sealed = (select sealed from safeguarding_notes)`
  await expect(statement()).rejects.toBeInstanceOf(Unsealable)
  await admin`update candidate_disclosures set sealed = ${String(kept?.sealed)}`
  expect((await statement())?.words).toBe(canaries.statement)
})

describe('C9: rotation', () => {
  const newer: KeyRing = {
    newest: 2,
    keys: new Map([...testKeys.keys, [2, randomBytes(32)]]),
  }
  const onlyNew: KeyRing = { newest: 2, keys: new Map([[2, newer.keys.get(2)!]]) }
  const versions = async () => {
    const each = await Promise.all(
      sealedTables.map((table) => admin`select distinct key_version from ${admin(table)}`),
    )
    return [...new Set(each.flat().map(({ key_version }) => Number(key_version)))].sort()
  }
  const withKeys = <T>(keys: KeyRing, work: (ctx: Context) => Promise<T>) =>
    scene.as(scene.candidate, (ctx) => work({ ...ctx, keys }))

  test('what was sealed before is read with the older key until it is sealed anew, under traffic', async () => {
    const { candidateId } = scene
    let version = 1
    const write = () =>
      withKeys(newer, (ctx) =>
        saveStatement(ctx, {
          candidateId,
          words: `Saved ${version}`,
          share: 'yes',
          version: version++,
        }),
      )
    const look = () => withKeys(newer, (ctx) => listOwnRestrictions(ctx, candidateId))
    for (let n = 0; n < 60; n++)
      await scene.as(scene.mentor, (ctx) =>
        addRestriction(ctx, { candidateId, form: restrictionForm({ details: `Number ${n}` }) }),
      )
    expect(await look()).toHaveLength(62)
    const traffic = (async () => {
      for (let n = 0; n < 15; n++) {
        expect(await look()).toHaveLength(62)
        await write()
      }
    })()
    const [one, other] = await Promise.all([
      rewrapAll(scene.db, newer),
      rewrapAll(scene.db, newer),
      traffic,
    ])
    expect(one + other).toBeGreaterThanOrEqual(63)
    expect(await versions()).toEqual([2])
    const own = await withKeys(onlyNew, (ctx) => listOwnRestrictions(ctx, candidateId))
    expect(own).toHaveLength(62)
    const words = await withKeys(onlyNew, (ctx) => findStatement(ctx, candidateId))
    expect(words?.words).toBe('Saved 15')
  })

  test('done twice it does nothing the second time, and changes no version that people save by', async () => {
    const rows = () => admin`select id, sealed, version from candidate_restrictions order by id`
    const before = await rows()
    expect(await rewrapAll(scene.db, newer)).toBe(0)
    expect(await rows()).toEqual(before)
    expect(new Set(before.map(({ version }) => Number(version)))).toEqual(new Set([1]))
  })

  test('a start without a key that is in use is refused, and says which', async () => {
    await expect(refuseMissingKeys(scene.db, testKeys)).rejects.toThrow('sealed with key 2')
    await refuseMissingKeys(scene.db, newer)
  })
})
