import { createHash } from 'node:crypto'
import { and, count, eq, gt, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { signInFailures } from '#db/schema/accounts.ts'

const MINUTE = 60_000

/** What is counted, each thing by itself, and how often it may happen in how long. Kept hashed. */
export interface Counted {
  key: string
  limit: number
  /** In milliseconds. */
  within: number
}

export type MailPurpose = 'sign_in' | 'reset' | 'register'

export const byAccount = (email: string) => counted(`account:${email}`, 10, 15)
export const byAddress = (address: string) => counted(`address:${address}`, 60, 15)
/** "Over" once somebody has signed in to the account from there within the last 30 days. */
export const signedInFrom = (email: string, address: string) =>
  counted(`signed in:${email} from:${address}`, 1, 30 * 24 * 60)
/**
 * Mails that were sent to one address. As long as a sign-in link lasts: whoever gets no sixth one
 * has one that still works.
 */
export const linksTo = (email: string, purpose: MailPurpose) =>
  counted(`${purpose} to:${email}`, 5, purpose === 'sign_in' ? 10 : 15)
export const linksFrom = (address: string, purpose: MailPurpose) =>
  counted(`${purpose} from:${address}`, purpose === 'register' ? 10 : 60, 15)

/** Counts one more. Old ones are forgotten on the way. Runs as the system. */
export async function note(tx: Tx, { key, within }: Counted, now: Date): Promise<void> {
  await tx
    .delete(signInFailures)
    .where(and(eq(signInFailures.key, key), lt(signInFailures.at, new Date(+now - within))))
  await tx.insert(signInFailures).values({ key, at: now })
}

/** Forgets what was counted: after the right password. Runs as the system. */
export async function forget(tx: Tx, { key }: Counted): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.key, key))
}

/** Whether it has happened as often as it may. Runs as the system. */
export async function isOver(tx: Tx, { key, limit, within }: Counted, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, new Date(+now - within))))
  return (row?.n ?? 0) >= limit
}

function counted(what: string, limit: number, minutes: number): Counted {
  const key = createHash('sha256').update(what).digest('hex')
  return { key, limit, within: minutes * MINUTE }
}
