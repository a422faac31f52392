import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { accountTokens, users } from '#db/schema/accounts.ts'
import { countsNow } from './demo.server.ts'

const MINUTE = 60_000
const LASTS = { sign_in: 10 * MINUTE, reset: 60 * MINUTE, invite: 3 * 24 * 60 * MINUTE }

export type Purpose = keyof typeof LASTS

/** A link that somebody has followed. */
export interface Followed {
  hash: string
  /** What it may be for. */
  purposes: Purpose[]
  now: Date
  isDemo: boolean
}

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
 * Uses a link up and says whose it was, and where they were on the way to; null when it is used,
 * expired, unknown, for something else or of a demo that is over. One statement, so that of any
 * number at once one wins. Runs as the system.
 */
export async function useToken(
  tx: Tx,
  link: Followed,
): Promise<{ userId: string; goTo: string | null } | null> {
  const [used] = await tx
    .update(accountTokens)
    .set({ usedAt: link.now })
    .where(isGood(tx, link))
    .returning({ userId: accountTokens.userId, goTo: accountTokens.goTo })
  return used ?? null
}

/** Uses up every other link of a person, for any purpose or for these. Runs as the system. */
export async function voidTokens(
  tx: Tx,
  { userId, purposes, now }: { userId: string; purposes?: Purpose[]; now: Date },
): Promise<void> {
  await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountTokens.userId, userId),
        purposes && inArray(accountTokens.purpose, purposes),
        isNull(accountTokens.usedAt),
      ),
    )
}

/** Whose link it is if it would still work; looking uses nothing up. Runs as the system. */
export async function ownerOfToken(tx: Tx, link: Followed): Promise<string | null> {
  const [found] = await tx
    .select({ userId: accountTokens.userId })
    .from(accountTokens)
    .where(isGood(tx, link))
  return found?.userId ?? null
}

const isGood = (tx: Tx, { hash, purposes, now, isDemo }: Followed) =>
  and(
    eq(accountTokens.hash, hash),
    inArray(accountTokens.purpose, purposes),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
    inArray(accountTokens.userId, tx.select({ id: users.id }).from(users).where(countsNow(isDemo))),
  )
