import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { accountTokens } from '#db/schema/accounts.ts'

const MINUTE = 60_000
const LASTS = { sign_in: 10 * MINUTE, reset: 60 * MINUTE, invite: 3 * 24 * 60 * MINUTE }

export type Purpose = keyof typeof LASTS

/** Keeps the hash of a link for as long as its purpose allows. Runs as the system. */
export async function addToken(
  tx: Tx,
  token: { hash: string; userId: string; purpose: Purpose; goTo?: string | null; now: Date },
): Promise<void> {
  const { now, ...rest } = token
  const expiresAt = new Date(now.getTime() + LASTS[token.purpose])
  await tx.insert(accountTokens).values({ ...rest, createdAt: now, expiresAt })
}

/**
 * Uses a link up and says whose it was, and where they were on the way to; null when it is used, expired, unknown or for something
 * else. One statement, so that of any number at once one wins. Runs as the system.
 */
export async function useToken(
  tx: Tx,
  hash: string,
  purposes: Purpose[],
  now: Date,
): Promise<{ userId: string; goTo: string | null } | null> {
  const [used] = await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(isGood(hash, purposes, now))
    .returning({ userId: accountTokens.userId, goTo: accountTokens.goTo })
  return used ?? null
}

/** Whether a link would still work; looking uses nothing up. Runs as the system. */
export async function isGoodToken(
  tx: Tx,
  hash: string,
  purposes: Purpose[],
  now: Date,
): Promise<boolean> {
  const found = await tx
    .select({ hash: accountTokens.hash })
    .from(accountTokens)
    .where(isGood(hash, purposes, now))
  return found.length > 0
}

const isGood = (hash: string, purposes: Purpose[], now: Date) =>
  and(
    eq(accountTokens.hash, hash),
    inArray(accountTokens.purpose, purposes),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
  )
