import { sql } from 'drizzle-orm'
import { listLongWaiting } from '#app/features/introductions/waiting.server.ts'
import { kinds, labelOf } from '#app/features/opportunities/vocabulary.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { shown } from './small-counts.ts'

/** The first day anything could have been counted. */
const FROM_THE_START = '2015-12-01'

const steps = [
  { name: 'proposed', label: 'Interested or put forward' },
  { name: 'introduced', label: 'Introduced to the employer' },
  { name: 'met', label: 'Employer said “meet”' },
  { name: 'offered', label: 'Offered' },
  { name: 'accepted', label: 'Accepted' },
  { name: 'started', label: 'Started, confirmed' },
] as const

type Funnel = Record<(typeof steps)[number]['name'], number> & { kind: string }

/** What the board sees: counts and never a row; a count of people from 1 to 4 is `null`. */
export async function getBoard(ctx: Context) {
  if (ctx.actor.role !== 'board') throw new NotFound()
  const { db, clock } = ctx
  const today = londonDay(clock.now())
  const [employers] = await db.execute<{ n: number }>(sql`select board_employers()::int as n`)
  const posted = await db.execute<{ kind: string; year: number; opportunities: number }>(sql`
    select kind, year, opportunities::int from board_opportunities() order by year desc`)
  const byKind = await db.execute<Funnel>(sql`
    select kind, proposed::int, introduced::int, met::int, offered::int, accepted::int, started::int
    from board_funnel(${FROM_THE_START}::date, ${today}::date)`)

  const years = [...new Set(posted.map(({ year }) => year))]
  return {
    today,
    employers: employers?.n ?? 0,
    years,
    opportunities: kinds.map(({ value, label }) => ({
      kind: label,
      counts: years.map(
        (year) => posted.find((row) => row.kind === value && row.year === year)?.opportunities ?? 0,
      ),
    })),
    funnel: steps.map(({ name, label }) => ({
      label,
      value: shown(byKind.reduce((sum, row) => sum + row[name], 0)),
    })),
    funnelByKind: byKind.map((row) => ({
      kind: labelOf(kinds, row.kind),
      values: steps.map(({ name }) => shown(row[name])),
    })),
    steps: steps.map(({ label }) => label),
  }
}

/** What the office has to do, counted. */
export async function getOfficeCounts(ctx: Context) {
  const [counts] = await ctx.db.execute<{
    to_review: number
    employers: number
    without_mentor: number
  }>(sql`select
    (select count(*) from opportunities where state = 'submitted')::int as to_review,
    (select count(*) from employers where approved_at is null and refused_at is null)::int as employers,
    (select count(*) from candidates c where not exists (
      select 1 from mentor_assignments a
      where a.candidate_id = c.id and a.ends_at is null and not a.is_cover))::int as without_mentor`)
  if (!counts) throw new Error('Nothing was counted')
  return {
    toReview: counts.to_review,
    employers: counts.employers,
    withoutMentor: counts.without_mentor,
    waitingLong: (await listLongWaiting(ctx)).length,
  }
}
