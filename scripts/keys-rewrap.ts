import { refuseMissingKeys, rewrapAll } from '#app/features/sensitive/rewrap.server.ts'
import { readKeyRing } from '#app/platform/key-ring.server.ts'
import { connect } from '#db/client.server.ts'
import { connectDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

// Seals every private text with the newest key. Safe to run twice, and beside the running product.

try {
  const keys = readKeyRing(process.env, process.env.DATABASE_URL ? null : '.data')
  const database = await connectDatabase(process.env, 'command')
  try {
    if (database.ownerUrl) await migrate(database.ownerUrl, database.appUrl)
    const db = connect(database.appUrl, { max: 1 })
    try {
      await refuseMissingKeys(db, keys)
      const done = await rewrapAll(db, keys)
      console.log(`${done} texts sealed anew. Every text is sealed with key ${keys.newest} now.`)
    } finally {
      await db.$client.end()
    }
  } finally {
    await database.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
