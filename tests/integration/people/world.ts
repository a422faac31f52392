import { fixedClock } from '#app/platform/clock.ts'
import { system, type Actor, type Context } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { connect, inTransaction, type Database } from '#db/client.server.ts'
import { createTestDatabase } from '#tests/support/database.ts'
import { testKeys } from '#tests/support/keys.ts'

export const clock = fixedClock('2026-03-05T10:00:00Z')

/** A database of one test file's own, and a way to act in it as anybody. */
export async function openWorld() {
  const database = await createTestDatabase()
  const db: Database = connect(database.appUrl, { max: 4 })
  return {
    database,
    db,
    as: <T>(actor: Actor, work: (ctx: Context) => Promise<T>) =>
      inTransaction(db, actor as Parameters<typeof inTransaction>[1], (tx) =>
        work({ db: tx, actor, clock, log: logger, keys: testKeys }),
      ),
    close: async () => {
      await db.$client.end()
      await database.drop()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

export const actor = (role: Actor['role'], userId: string | null, employerId?: string): Actor => ({
  ...system('test'),
  role,
  userId,
  employerId: employerId ?? null,
})
