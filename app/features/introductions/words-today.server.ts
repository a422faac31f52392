import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { currentWords, type Words } from './words.server.ts'

/** Today's words for a page to show; empty ones where no profile has been begun. */
export async function wordsToday(ctx: Context, candidateId: string): Promise<Words> {
  try {
    return await currentWords(ctx, candidateId)
  } catch (error) {
    if (error instanceof NotFound) return { body: '', hash: '' }
    throw error
  }
}
