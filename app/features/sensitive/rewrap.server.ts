import { eq, lt, sql } from 'drizzle-orm'
import { seal, unseal, type KeyRing, type Sealed } from '#app/platform/crypto.server.ts'
import { system } from '#app/platform/context.ts'
import { inTransaction, type Database } from '#db/client.server.ts'
import {
  candidateRestrictions,
  candidateDisclosures,
  safeguardingNotes,
} from '#db/schema/sensitive.ts'
import { placeOf, type SealedTable } from './sealed.server.ts'

const tables = {
  candidate_restrictions: candidateRestrictions,
  candidate_disclosures: candidateDisclosures,
  safeguarding_notes: safeguardingNotes,
} satisfies Record<SealedTable, unknown>

const AT_ONCE = 50
const actor = system('keys:rewrap')

/**
 * Seals with the newest key whatever an older one has sealed; gives how many texts. A few rows are
 * locked at a time, so that people go on reading and saving meanwhile; what they save is sealed
 * with the newest key already. Run again after it was interrupted, it does the rest.
 */
export async function rewrapAll(db: Database, keys: KeyRing): Promise<number> {
  let done = 0
  for (const name of Object.keys(tables) as SealedTable[])
    for (let moved = 1; moved > 0; done += moved) moved = await rewrapSome(db, keys, name)
  return done
}

async function rewrapSome(db: Database, keys: KeyRing, name: SealedTable): Promise<number> {
  const table = tables[name]
  return inTransaction(db, actor, async (tx) => {
    // Of two at once each takes rows that the other has not.
    await tx.execute(sql`select pg_advisory_xact_lock(7246313)`)
    const rows = await tx
      .select({ id: table.id, sealed: table.sealed, keyVersion: table.keyVersion })
      .from(table)
      .where(lt(table.keyVersion, keys.newest))
      .orderBy(table.id)
      .limit(AT_ONCE)
      .for('update')
    for (const row of rows)
      await tx
        .update(table)
        .set(rewrapped(keys, name, row))
        .where(eq(table.id, row.id))
    return rows.length
  })
}

const rewrapped = (keys: KeyRing, name: SealedTable, row: Sealed & { id: string }): Sealed =>
  seal(keys, placeOf(name, row.id), unseal(keys, placeOf(name, row.id), row))

/** Refuses to go on when texts were sealed with keys that are not there: nobody could read them. */
export async function refuseMissingKeys(db: Database, { keys }: KeyRing): Promise<void> {
  const used = await inTransaction(db, system('start'), async (tx) => {
    const each = Object.values(tables).map((table) =>
      tx.selectDistinct({ keyVersion: table.keyVersion }).from(table),
    )
    return (await Promise.all(each)).flat()
  })
  const missing = [...new Set(used.map(({ keyVersion }) => keyVersion))].filter(
    (one) => !keys.has(one),
  )
  if (missing.length > 0)
    throw new Error(
      `Texts in the database are sealed with key ${missing.sort((a, b) => a - b).join(', ')}, which is not among the ` +
        'keys given. Give it back in FIELD_KEYS or FIELD_KEYS_FILE (or .data/field-keys): ' +
        'without it nobody can ever read them.',
    )
}
