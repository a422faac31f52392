import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isVolunteer } from '#app/features/mentors/volunteer.server.ts'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { candidateIdentities, candidates } from '#db/schema/candidates.ts'
import { sectionNames, staffOnly, type SectionName } from './sections.ts'

/** Whose profile a page is about, and who fills it in. */
export interface Owner {
  candidateId: string
  /** For a heading: the person's reference, where somebody else fills it in. */
  caption: string | null
  /** Which pages there are for whoever fills it in. */
  sections: readonly SectionName[]
  isOwn: boolean
}

/** The signed-in candidate's own profile. */
export async function ownProfile({ db, actor }: Context): Promise<Owner> {
  const [own] = await db
    .select({ candidateId: candidates.id })
    .from(candidates)
    .where(eq(candidates.userId, actor.userId ?? ''))
  if (actor.role !== 'candidate' || !own) throw new NotFound()
  return { ...own, caption: null, sections: sectionNames, isOwn: true }
}

/** The profile of somebody on the signed-in mentor's caseload, to be filled in for them. */
export async function profileOnBehalf(ctx: Context, id: string | undefined): Promise<Owner> {
  const { db, actor } = ctx
  if (actor.role !== 'mentor' || !isUuid(id ?? '')) throw new NotFound()
  const [person] = await db
    .select({
      candidateId: candidates.id,
      reference: candidates.reference,
      fullName: candidateIdentities.fullName,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .where(eq(candidates.id, id ?? ''))
  if (!person) throw new NotFound()
  return {
    candidateId: person.candidateId,
    caption: `${person.fullName}, ${person.reference}`,
    sections: (await isVolunteer(ctx))
      ? sectionNames.filter((name) => !staffOnly.includes(name))
      : sectionNames,
    isOwn: false,
  }
}

/** The page of a profile that an address names, if whoever asks has such a page. */
export function sectionOf({ sections }: Owner, name: string | undefined): SectionName {
  const section = sections.find((one) => one === name)
  if (!section) throw new NotFound()
  return section
}

/** That somebody else read a page of a profile: it is in the person's own list. */
export const recordReading = (ctx: Context, { candidateId }: Owner) =>
  recordAudit(ctx, { action: 'candidate.read', objectType: 'candidate', objectId: candidateId })
