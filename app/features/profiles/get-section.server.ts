import { and, asc, ilike, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { employers } from '#db/schema/employers.ts'
import type { Owner } from './owner.server.ts'
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
  placesGained,
} from './queries.server.ts'
import { isWordsSection, type SectionName, type WordsSection } from './sections.ts'

/** What a page of a profile shows. */
export type Section = Awaited<ReturnType<typeof getSection>>

/** What an address asks of a page besides its name. */
export interface Asked {
  /** Part of an employer's name. */
  q: string
  /** The id of a qualification that is to be changed. */
  change: string | null
}

/** One page of a profile, as it is saved now. */
export async function getSection(ctx: Context, owner: Owner, name: SectionName, asked: Asked) {
  const { candidateId } = owner
  if (isWordsSection(name)) return { name, ...(await wordsOf(ctx, candidateId, name)) }
  switch (name) {
    case 'qualifications':
      return { name, ...(await qualificationsOf(ctx, owner, asked)) }
    case 'wishes':
      return { name, ...(await getWishes(ctx, candidateId)) }
    case 'availability':
      return { name, ...(await getAvailability(ctx, candidateId)) }
    case 'travel': {
      const { reachMiles } = await getWishes(ctx, candidateId)
      return { name, reachMiles, ...(await getTravel(ctx, candidateId)) }
    }
    case 'start': {
      const { earliestStart, version } = await getWishes(ctx, candidateId)
      const expectedRelease = await findExpectedRelease(ctx, candidateId)
      return { name, earliestStart, expectedRelease, version }
    }
    case 'hidden': {
      const hidden = await listHidden(ctx, candidateId)
      const found = await employersNamed(ctx, asked.q)
      const ids = hidden.map(({ employerId }) => employerId)
      return { name, hidden, q: asked.q, found: found.filter(({ id }) => !ids.includes(id)) }
    }
    case 'apart':
      return { name, rows: await listKeptApart(ctx, candidateId) }
    case 'pause':
      return { name, ...(await getPause(ctx, candidateId)) }
  }
}

async function wordsOf(ctx: Context, candidateId: string, name: WordsSection) {
  if (name === 'statement') return getStatement(ctx, candidateId)
  const profile = await getProfile(ctx, candidateId)
  return { body: profile[name], version: profile.version }
}

async function qualificationsOf(ctx: Context, { candidateId, isOwn }: Owner, { change }: Asked) {
  const places = await placesGained(ctx, candidateId)
  const rows = (await listQualifications(ctx, candidateId)).map((row) => ({
    ...row,
    place: places.get(row.id) ?? '',
  }))
  const changing = rows.find(({ id }) => id === change) ?? null
  if (change !== null && !changing) throw new NotFound()
  return { rows, changing, asksPlace: isOwn }
}

/** Most employers shown for one search. */
const MOST = 20

/** Approved employers whose names have these letters; none while nothing is asked for. */
async function employersNamed({ db }: Context, q: string) {
  const typed = q.trim().slice(0, 100)
  if (typed === '') return []
  return db
    .select({ id: employers.id, name: employers.name })
    .from(employers)
    .where(
      and(
        isNotNull(employers.approvedAt),
        isNull(employers.suspendedAt),
        ilike(employers.name, `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`),
      ),
    )
    .orderBy(asc(employers.name))
    .limit(MOST)
}
