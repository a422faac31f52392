import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Paper, PaperPart } from '#app/platform/paper.ts'
import { candidateIdentities } from '#db/schema/candidates.ts'
import { qualificationInWords, weekInWords } from './in-words.ts'
import { getAvailability, getProfile, getStatement, listQualifications } from './queries.server.ts'

/**
 * Somebody's CV. It names no programme, no prison and no place where something was gained: these are
 * not read for it at all.
 */
export async function getCv(ctx: Context, candidateId: string): Promise<Paper> {
  const [person] = await ctx.db
    .select({
      fullName: candidateIdentities.fullName,
      phone: candidateIdentities.phone,
      email: candidateIdentities.email,
    })
    .from(candidateIdentities)
    .where(eq(candidateIdentities.candidateId, candidateId))
  if (!person) throw new NotFound()
  const profile = await getProfile(ctx, candidateId)
  const { body } = await getStatement(ctx, candidateId)
  const qualifications = await listQualifications(ctx, candidateId)
  return {
    title: person.fullName,
    under: [person.phone, person.email].filter((line) => line !== null),
    parts: [
      words('About me', body),
      words('What I am good at', profile.strengths),
      words('Skills', profile.skills),
      list('Tickets and qualifications', qualifications.map(qualificationInWords)),
      words('Experience', profile.experience),
      list('When I can work', weekInWords(await getAvailability(ctx, candidateId))),
    ].filter((part) => part !== null),
  }
}

const words = (heading: string, text: string): PaperPart | null =>
  text.trim() === '' ? null : { heading, words: text }

const list = (heading: string, lines: string[]): PaperPart | null =>
  lines.length === 0 ? null : { heading, lines }
