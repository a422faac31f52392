import type { Context } from '#app/platform/context.ts'
import { seal, unseal, type Place, type Sealed } from '#app/platform/crypto.server.ts'

/** The tables whose `sealed` column is a sealed text. */
export const sealedTables = [
  'candidate_restrictions',
  'candidate_disclosures',
  'safeguarding_notes',
] as const

export type SealedTable = (typeof sealedTables)[number]

/** Seals a text for the row it will be in. */
export const sealFor = (ctx: Context, table: SealedTable, id: string, text: string): Sealed =>
  seal(keysOf(ctx), placeOf(table, id), text)

/** Opens the text of a row. */
export const openOf = (ctx: Context, table: SealedTable, row: Sealed & { id: string }): string =>
  unseal(keysOf(ctx), placeOf(table, row.id), row)

export const placeOf = (table: SealedTable, id: string): Place => ({ table, column: 'sealed', id })

function keysOf({ keys }: Context) {
  if (!keys) throw new Error('Sealed texts cannot be opened here: no keys were given')
  return keys
}
