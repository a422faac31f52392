import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import {
  getAvailability,
  getProfile,
  getStatement,
  getWishes,
  listQualifications,
} from '#app/features/profiles/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict } from '#app/platform/errors.ts'
import { profileTexts } from '#db/schema/candidates.ts'
import { composeWords } from './words.ts'

/** The words an employer would read, and the SHA-256 by which a key names them. */
export interface Words {
  body: string
  hash: string
}

/** What the person's profile says today, as an employer would read it. */
export async function currentWords(ctx: Context, candidateId: string): Promise<Words> {
  const profile = await getProfile(ctx, candidateId)
  const wishes = await getWishes(ctx, candidateId)
  const body = composeWords({
    ...profile,
    qualifications: await listQualifications(ctx, candidateId),
    statement: (await getStatement(ctx, candidateId)).body,
    week: await getAvailability(ctx, candidateId),
    earliestStart: wishes.earliestStart,
  })
  return { body, hash: createHash('sha256').update(body).digest('hex') }
}

/**
 * Keeps the words a key is turned for, word for word, and gives their id: those of the other key
 * where it was turned for them, else today's profile.
 *
 * @throws Conflict when neither reads as the page did that this answer came from
 */
export async function freezeWords(ctx: Context, candidateId: string, hash: string) {
  const { db } = ctx
  const [kept] = await db
    .select({ id: profileTexts.id })
    .from(profileTexts)
    .where(and(eq(profileTexts.candidateId, candidateId), eq(profileTexts.sha256, hash)))
  if (kept) return kept.id
  const words = await currentWords(ctx, candidateId)
  if (words.hash !== hash)
    throw new Conflict('The profile has changed since you read it. Read the new words first.')
  if (words.body === '') throw new Conflict('The profile is still empty. Fill it in first.')
  const [row] = await db
    .insert(profileTexts)
    .values({ candidateId, body: words.body, sha256: hash })
    .returning({ id: profileTexts.id })
  if (!row) throw new Error('The words were not kept')
  return row.id
}
