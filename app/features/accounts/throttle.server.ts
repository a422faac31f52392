import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, count, eq, gt, lt } from 'drizzle-orm'
import { TooManyRequests } from '#app/platform/errors.ts'
import type { Tx } from '#db/client.server.ts'
import { signInFailures } from '#db/schema/accounts.ts'

const WINDOW = 15 * 60_000
const TURN_MS = 1_000
const WAITING = 5

/** What is counted, and how often it may happen in a quarter of an hour. Kept hashed. */
export interface Counted {
  key: string
  limit: number
}

export const byAccount = (email: string): Counted => ({ key: keyOf('account', email), limit: 10 })
export const byAddress = (address: string): Counted => ({
  key: keyOf('address', address),
  limit: 60,
})
export const linksTo = (email: string): Counted => ({ key: keyOf('links', email), limit: 5 })
export const linksFrom = (address: string): Counted => ({
  key: keyOf('links from', address),
  limit: 60,
})
export const registrationsFrom = (address: string): Counted => ({
  key: keyOf('registrations from', address),
  limit: 10,
})

/** Counts one more. Old ones are forgotten on the way. Runs as the system. */
export async function note(tx: Tx, { key }: Counted, now: Date): Promise<void> {
  await tx
    .delete(signInFailures)
    .where(and(eq(signInFailures.key, key), lt(signInFailures.at, new Date(+now - WINDOW))))
  await tx.insert(signInFailures).values({ key, at: now })
}

/** Forgets what was counted: after the right password. Runs as the system. */
export async function forget(tx: Tx, { key }: Counted): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.key, key))
}

/** Whether it has happened as often as it may. Runs as the system. */
export async function isOver(tx: Tx, { key, limit }: Counted, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, new Date(+now - WINDOW))))
  return (row?.n ?? 0) >= limit
}

const turns = new Map<string, { last: Promise<void>; waiting: number }>()

/**
 * While somebody guesses, tries are taken one a second, in turn, and the right password among them
 * still works; when too many wait, it throws `TooManyRequests`.
 */
export async function takeSlowTurn({ key }: Counted): Promise<void> {
  const turn = turns.get(key) ?? { last: Promise.resolve(), waiting: 0 }
  if (turn.waiting >= WAITING) throw new TooManyRequests(WAITING)
  turn.waiting += 1
  turn.last = turn.last.then(() => sleep(TURN_MS))
  turns.set(key, turn)
  await turn.last
  turn.waiting -= 1
  if (turn.waiting === 0) turns.delete(key)
}

const keyOf = (kind: string, value: string) =>
  createHash('sha256').update(`${kind}:${value}`).digest('hex')
