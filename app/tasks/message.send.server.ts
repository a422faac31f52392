import { eq } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import type { Services } from '#app/http/services.server.ts'
import { system } from '#app/platform/context.ts'
import { withAddresses } from '#app/platform/mailer.server.ts'
import { inTransaction } from '#db/client.server.ts'
import { messages } from '#db/schema/audit.ts'

/**
 * Sends one message and notes that it has gone. The row stays locked meanwhile, so that a second
 * run waits and then finds it sent; a failure is thrown, and the queue tries again later.
 */
export async function sendMessage({ db, clock, settings }: Services, id: string): Promise<void> {
  const { mail } = settings
  if (mail.kind === 'demo') return
  await inTransaction(db, system(`message ${id}`), async (tx) => {
    const [message] = await tx.select().from(messages).where(eq(messages.id, id)).for('update')
    if (!message || message.sentAt) return
    const transport = createTransport({
      url: mail.url,
      connectionTimeout: 5_000,
      socketTimeout: 8_000,
    })
    await transport
      .sendMail({
        from: mail.from,
        to: message.toAddress,
        subject: message.subject,
        text: withAddresses(message.body, settings.appOrigin),
        // The receiving side drops a second copy, should we die between sending and noting it.
        messageId: `<${id}@${new URL(settings.appOrigin).hostname}>`,
      })
      .catch((error: { code?: string; responseCode?: number }) => {
        // What the mail server says may name the person, and goes on to the queue and the log.
        const { code = '', responseCode = '' } = error
        throw new Error(`The mail server did not take the message: ${code} ${responseCode}`)
      })
    // The words may hold a link that signs in: not kept longer than needed.
    await tx.update(messages).set({ sentAt: clock.now(), body: '' }).where(eq(messages.id, id))
  })
}
