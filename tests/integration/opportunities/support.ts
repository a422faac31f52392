import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { fixedClock } from '#app/platform/clock.ts'
import { anonymous, system } from '#app/platform/context.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { connect, inTransaction } from '#db/client.server.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { createTestDatabase } from '#tests/support/database.ts'

export const NOW = '2026-11-22T12:00:00Z'

/** A database of its own, and a way to act in it as anybody, one transaction a time. */
export async function openDatabase() {
  const database = await createTestDatabase()
  const db = connect(database.appUrl, { max: 4 })
  const as = <T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
    inTransaction(db, actor, (tx) => work({ db: tx, actor, clock: fixedClock(NOW), log: logger }))
  return {
    as,
    asSystem: <T>(work: (ctx: Context) => Promise<T>) => as(system('test'), work),
    nobody: anonymous('test'),
    /** Lets the search index catch up with what was written. */
    index: async () => {
      const index = postgres(database.appUrl, { max: 1, connection: { 'app.role': 'system' } })
      const clock = fixedClock(NOW)
      await relaySearch({ db, clock, log: logger, search: postgresSearch(index) })
      await index.end()
    },
    close: async () => {
      await db.$client.end()
      await database.drop()
    },
  }
}

export const employerActor = (employerId: string): Actor => ({
  ...anonymous('test'),
  userId: uuidv7(),
  role: 'employer',
  employerId,
})

export const person = (role: 'coordinator' | 'mentor' | 'candidate'): Actor => ({
  ...anonymous('test'),
  userId: uuidv7(),
  role,
})
