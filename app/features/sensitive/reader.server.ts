import { eq } from 'drizzle-orm'
import { isVolunteer } from '#app/features/mentors/volunteer.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { candidateIdentities, candidates } from '#db/schema/candidates.ts'
import type { ReadingKind } from './kinds.ts'

/**
 * Somebody, to whoever may work with their sealed texts: the office, and a mentor of theirs who is
 * no volunteer.
 *
 * @throws NotFound for everybody else
 */
export async function getForReader(ctx: Context, candidateId: string) {
  const { db, actor } = ctx
  if (!isUuid(candidateId)) throw new NotFound()
  if (actor.role !== 'coordinator' && (actor.role !== 'mentor' || (await isVolunteer(ctx))))
    throw new NotFound()
  const [person] = await db
    .select({
      id: candidates.id,
      reference: candidates.reference,
      fullName: candidateIdentities.fullName,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .where(eq(candidates.id, candidateId))
  if (!person) throw new NotFound()
  return { ...person, kinds: kindsFor(ctx), isLead: actor.isSafeguardingLead }
}

const kindsFor = ({ actor }: Context): ReadingKind[] =>
  actor.role === 'coordinator' || actor.isSafeguardingLead
    ? ['restrictions', 'statement', 'safeguarding']
    : ['restrictions', 'statement']
