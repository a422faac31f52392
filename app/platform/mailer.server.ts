import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { messages } from '#db/schema/audit.ts'
import { asSystem } from './as-system.server.ts'
import type { Context } from './context.ts'

/**
 * An e-mail in plain text, as `app/emails` writes them. A line that is nothing but a path of ours
 * becomes an address when it leaves.
 */
export interface Mail {
  to: string
  subject: string
  body: string
}

/** The text as it leaves, when it is known under which address people reach us. */
export const withAddresses = (body: string, appOrigin: string) =>
  body.replace(/^\/\S+$/gm, (path) => `${appOrigin}${path}`)

/** Writes the message and its task in the caller's transaction: it leaves only if that commits. */
export async function queueMail(ctx: Context, mail: Mail): Promise<void> {
  const id = uuidv7()
  await asSystem(ctx, async ({ db, clock }) => {
    await db.insert(messages).values({
      id,
      toAddress: mail.to,
      subject: mail.subject,
      body: mail.body,
      createdAt: clock.now(),
    })
    await db.execute(
      sql`select enqueue_task('message.send', ${JSON.stringify({ id })}::json, ${id})`,
    )
  })
}
