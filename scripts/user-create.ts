import { parseArgs } from 'node:util'
import { z } from 'zod'
import { inviteUser } from '#app/features/accounts/invite.server.ts'
import { email } from '#app/features/accounts/schema.ts'
import { hashOf, newSecret } from '#app/platform/secret.server.ts'
import { systemClock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { typedName } from '#app/platform/typed-name-schema.ts'
import { connect, inTransaction } from '#db/client.server.ts'
import { connectDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const USAGE = `Usage: npm run user:create -- --role coordinator --email name@example.org [--name "Their name"]
  --role          coordinator, board, mentor or employer
  --employer      the employer's id (role employer)
  --organisation  where a mentor works (role mentor)
  --phone         a mentor's work number (role mentor)`

const options = z
  .object({
    role: z.enum(['coordinator', 'board', 'mentor', 'employer']),
    email,
    name: typedName('Enter the name', 100).optional(),
    employer: z.uuid().optional(),
    organisation: typedName('Enter the organisation', 100).optional(),
    phone: z.string().min(1).optional(),
  })
  .refine(({ role, employer }) => (role === 'employer') === Boolean(employer))
  .refine(({ role, organisation, phone }) => role !== 'mentor' || (organisation && phone))

const text = { type: 'string' } as const
const given = options.safeParse(
  parseArgs({
    strict: false,
    options: {
      role: text,
      email: text,
      name: text,
      employer: text,
      organisation: text,
      phone: text,
    },
  }).values,
)
if (!given.success) {
  console.error(USAGE)
  process.exit(2)
}

const { role, name, employer, organisation = '', phone = '' } = given.data
const database = await connectDatabase(process.env, 'command')
try {
  if (database.ownerUrl) await migrate(database.ownerUrl, database.appUrl)
  const db = connect(database.appUrl, { max: 1 })
  const { secret } = newSecret()
  const actor = system('user:create')
  await inTransaction(db, actor, (tx) =>
    inviteUser(
      { db: tx, actor, clock: systemClock, log: logger },
      {
        email: given.data.email,
        name: name ?? given.data.email,
        role,
        isInvented: false,
        employerId: employer,
        mentor: role === 'mentor' ? { organisation, workPhone: phone } : undefined,
        tokenHash: hashOf(secret),
      },
    ),
  )
  await db.$client.end()
  const origin = process.env.APP_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`
  console.log(`They choose their password here, within 3 days:\n${origin}/reset-password/${secret}`)
} finally {
  await database.stop()
}
