import type { Context } from '#app/platform/context.ts'
import {
  findExpectedRelease,
  getAvailability,
  getPause,
  getProfile,
  getStatement,
  getTravel,
  getWishes,
  listHidden,
  listKeptApart,
  listQualifications,
} from './queries.server.ts'
import type { Owner } from './owner.server.ts'
import type { SectionName } from './sections.ts'

/** How far a page is. What somebody may well leave empty is never "not yet". */
export type Progress = { isDone: boolean } | { says: string }

/** How far each page of a profile is, for those there are for the reader. */
export async function progressOf(ctx: Context, { candidateId, sections }: Owner) {
  const profile = await getProfile(ctx, candidateId)
  const wishes = await getWishes(ctx, candidateId)
  const expectedRelease = await findExpectedRelease(ctx, candidateId)
  const hidden = await listHidden(ctx, candidateId)
  const apart = await listKeptApart(ctx, candidateId)
  const { pausedAt } = await getPause(ctx, candidateId)
  const done = (isDone: boolean): Progress => ({ isDone })
  const counted = (n: number): Progress => ({ says: n === 0 ? 'None' : String(n) })
  const all: Record<SectionName, Progress> = {
    strengths: done(profile.strengths !== ''),
    skills: done(profile.skills !== ''),
    qualifications: done((await listQualifications(ctx, candidateId)).length > 0),
    experience: done(profile.experience !== ''),
    statement: done((await getStatement(ctx, candidateId)).body !== ''),
    wishes: done(wishes.kinds.length > 0),
    availability: done((await getAvailability(ctx, candidateId)).days.length > 0),
    travel: done((await getTravel(ctx, candidateId)).modes.length > 0),
    start:
      wishes.earliestStart !== null || expectedRelease !== null
        ? done(true)
        : { says: 'At any time' },
    hidden: counted(hidden.length),
    apart: counted(apart.length),
    pause: { says: pausedAt ? 'Paused' : 'Not paused' },
  }
  return sections.map((name) => ({ name, progress: all[name] }))
}
