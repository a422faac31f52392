import { eq } from 'drizzle-orm'
import { yearsOld } from '#app/features/introductions/age.ts'
import type { Context } from '#app/platform/context.ts'
import { candidateIdentities, candidates, candidateWishes } from '#db/schema/candidates.ts'
import type { Seeker } from './fit.ts'

/** The signed-in candidate as somebody who looks for an opening; null for everybody else. */
export async function findSeeker({ actor, clock, db }: Context): Promise<Seeker | null> {
  if (actor.role !== 'candidate' || actor.userId === null) return null
  const [row] = await db
    .select({
      born: candidateIdentities.dateOfBirth,
      kinds: candidateWishes.kinds,
      sectors: candidateWishes.sectors,
      hours: candidateWishes.hours,
      outcode: candidateWishes.outcode,
      reachMiles: candidateWishes.reachMiles,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .innerJoin(candidateWishes, eq(candidateWishes.candidateId, candidates.id))
    .where(eq(candidates.userId, actor.userId))
  if (!row) return null
  const { born, ...wishes } = row
  return { ...wishes, age: yearsOld(born, clock.now()) }
}
