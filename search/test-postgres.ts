import postgres from 'postgres'
import { createTestDatabase } from '#tests/support/database.ts'
import type { EngineUnderTest } from './contract.ts'
import { postgresSearch } from './postgres.server.ts'

/** The Postgres engine over a fresh, empty database, for tests. */
export async function startTestPostgres(): Promise<EngineUnderTest> {
  const database = await createTestDatabase()
  // The index is written by the system alone.
  const sql = postgres(database.appUrl, {
    connection: { 'app.role': 'system' },
    onnotice: () => undefined,
  })
  return {
    port: postgresSearch(sql),
    close: async () => {
      await sql.end()
      await database.drop()
    },
  }
}
