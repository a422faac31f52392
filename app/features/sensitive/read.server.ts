import { findStatement } from '#app/features/disclosure/statement.server.ts'
import { listRestrictions } from '#app/features/restrictions/queries.server.ts'
import { listNotes } from '#app/features/safeguarding/notes.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { ReadingKind } from './kinds.ts'
import { findOpenReading, recordReading } from './open-reading.server.ts'
import { getForReader } from './reader.server.ts'

/**
 * What is open of somebody to this session, with the texts; null for what is not. Each kind that
 * is shown leaves one line in the trail.
 */
export async function readOpen(
  ctx: Context,
  { candidateId, sessionHash }: { candidateId: string; sessionHash: string | null },
) {
  const person = await getForReader(ctx, candidateId)
  const show = async <T>(
    kind: ReadingKind,
    load: (ctx: Context, candidateId: string) => Promise<T>,
  ) => {
    const reading = person.kinds.includes(kind)
      ? await findOpenReading(ctx, { candidateId, sessionHash, kind })
      : null
    if (!reading) return null
    const texts = await load(ctx, candidateId)
    await recordReading(ctx, candidateId, reading)
    return { closesAt: reading.closesAt, texts }
  }
  return {
    person,
    restrictions: await show('restrictions', listRestrictions),
    statement: await show('statement', findStatement),
    safeguarding: await show('safeguarding', listNotes),
  }
}
