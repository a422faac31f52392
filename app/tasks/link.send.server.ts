import { sendAskedLink } from '#app/features/accounts/links.server.ts'
import type { Services } from '#app/http/services.server.ts'
import { system } from '#app/platform/context.ts'
import { inTransaction } from '#db/client.server.ts'

type Sending = Pick<Services, 'db' | 'clock' | 'log' | 'settings'>

/** Answers one request for a link by e-mail, or drops it when nobody there may have one. */
export async function sendLink({ db, clock, log, settings }: Sending, id: string): Promise<void> {
  const { appOrigin, isDemo } = settings
  const actor = system('link.send')
  await inTransaction(db, actor, (tx) =>
    sendAskedLink({ db: tx, actor, clock, log }, { id, appOrigin, isDemo }),
  )
}
