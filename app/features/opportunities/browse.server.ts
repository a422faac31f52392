import { and, arrayOverlaps, desc, eq, gte, inArray, not, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Seeker } from '#app/features/matching/fit.ts'
import { fitInWords, type FitInWords } from '#app/features/matching/reasons.ts'
import { findSeeker } from '#app/features/matching/seeker.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { hydrate } from '#search/hydrate.ts'
import { within } from '#search/outcodes.ts'
import { buildPlan } from '#search/plan.ts'
import type { SearchPort } from '#search/port.ts'
import { payText as payInWords } from './answer-text.ts'
import { activeFilters, without } from './filters.ts'
import type { BrowseFilters, FilterName } from './filters.ts'
import { isFull } from './places.server.ts'
import { whereInLine } from './sites.server.ts'

/** One line of the list. */
export interface OpeningLine {
  id: string
  title: string
  kind: string
  sector: string | null
  hours: string[]
  /** The nearest site and its distance from the outcode asked about; without one the first site. */
  where: string
  employerName: string
  closesOn: string | null
  pay: string
  /** For a candidate: whether it is open to them, and in words why or what is missing. */
  fit: FitInWords | null
}

export interface BrowseResult {
  openings: OpeningLine[]
  total: { n: number; isMore: boolean }
  pageCount: number
  /** Set when nothing was found: the one filter to take away, and how many that brings. */
  relax: { filter: FilterName; n: number; isMore: boolean } | null
  /** The outcode is none we know; nothing was searched, since a search is never widened. */
  isOutcodeUnknown: boolean
  /** Whose wishes were looked at: a candidate's, who may have none yet. */
  seeker: { hasWishes: boolean } | null
}

const PER_PAGE = 20
const MOST_COUNTED = 1000
const KM_PER_MILE = 1.609344

/**
 * Openings anyone here may see and apply to today, for a candidate those open to them first. Row-level
 * security says who "here" is.
 */
export async function browseOpenings(
  ctx: Context,
  asked: BrowseFilters,
  search: SearchPort,
): Promise<BrowseResult> {
  const person = await findSeeker(ctx)
  const wanted: Wanted = { ...asked, isOnlyOpen: asked.isOnlyOpen && person !== null, person }
  const seeker = person && { hasWishes: person.kinds.length > 0 }
  const where = conditions(ctx, wanted)
  if (where === null) {
    const total = { n: 0, isMore: false }
    return { openings: [], total, pageCount: 0, relax: null, isOutcodeUnknown: true, seeker }
  }
  const [rows, total] = wanted.words
    ? await pageByWords(ctx, wanted, search)
    : await Promise.all([page(ctx, wanted, where), count(ctx, where)])
  const openings = rows.map((row) => lineOf(row, wanted))
  const relax = total.n === 0 ? await bestToRelax(ctx, wanted, search) : null
  const pageCount = Math.ceil(total.n / PER_PAGE)
  return { openings, total, pageCount, relax, isOutcodeUnknown: false, seeker }
}

/** What the page asks for, and whose wishes to look at. */
type Wanted = BrowseFilters & { person: Seeker | null }
type Row = Awaited<ReturnType<typeof page>>[number]

function lineOf(
  { outcodes, payMinPence, payMaxPence, payPeriod, payText, ...row }: Row,
  wanted: Wanted,
) {
  const { minAge, town, isRemote, ...shown } = row
  return {
    ...shown,
    pay: payInWords({ payMinPence, payMaxPence, payPeriod, payText }),
    where: whereInLine({ outcodes, town, isRemote }, wanted.outcode),
    fit: wanted.person && fitInWords(wanted.person, { ...row, outcodes, minAge }),
  }
}

/** What makes an opening one to be found: on offer, and with a place left. */
export const isSearchable = (ctx: Context): SQL[] => [...isOnOffer(ctx), not(isFull)]

/** Live, not past its day, of an employer in good standing. */
export function isOnOffer({ clock }: Context): SQL[] {
  return [
    // Written out, not a parameter, so that a plan may be kept: its index holds live ones only.
    sql`${opportunities.state} = 'live'`,
    gte(opportunities.closesOn, londonDay(clock.now())),
    inGoodStanding,
  ]
}

/**
 * Asked once and not joined: the planner, who cannot look into the policies, takes the join for
 * narrow, begins with the employers and sorts every opening there is.
 */
const inGoodStanding = sql`${opportunities.employerId} = any(array(
  select ${employers.id} from ${employers}
  where ${employers.approvedAt} is not null and ${employers.suspendedAt} is null))`

function conditions(ctx: Context, filters: Wanted): SQL | undefined | null {
  const all: (SQL | undefined)[] = isSearchable(ctx)
  if (filters.kinds.length > 0)
    all.push(sql`${opportunities.kind} = any(${textArray(filters.kinds)})`)
  if (filters.sectors.length > 0) all.push(inArray(opportunities.sector, filters.sectors))
  if (filters.hours.length > 0) all.push(arrayOverlaps(opportunities.hours, filters.hours))
  if (filters.outcode) {
    const near = outcodesWithin(filters)
    if (near === null) return null
    all.push(sql`${opportunities.outcodes} && ${textArray(near)}`)
  }
  if (filters.isOnlyOpen && filters.person) all.push(isOpenTo(filters.person))
  return and(...all)
}

/** In SQL what `fitOf` calls open. */
function isOpenTo({ kinds, outcode, reachMiles, age }: Seeker): SQL {
  const near = within(outcode, reachMiles * KM_PER_MILE)?.map((one) => one.outcode) ?? []
  return sql`(${opportunities.kind} = any(${textArray(kinds)})
    and (${opportunities.isRemote} or ${opportunities.outcodes} && ${textArray(near)})
    and ${opportunities.minAge} <= ${age})`
}

/** Whether the hours are others than those asked for: such come after the rest that is open. */
const clash = ({ hours }: Seeker): SQL =>
  sql`(${hours.length > 0} and ${opportunities.hours} <> '{}' and not ${opportunities.hours} && ${textArray(hours)})`

function page({ db }: Context, filters: Wanted, where: SQL | undefined) {
  const near = filters.outcode ? outcodesWithin(filters) : null
  // As the index has it: in another order of nulls it could not be used.
  const newest = [sql`${opportunities.publishedAt} desc nulls last`, opportunities.id]
  const closest = sql`(select min(array_position(${textArray(near ?? [])}, o)) from unnest(${opportunities.outcodes}) as o)`
  return select(db)
    .where(where)
    .orderBy(
      ...(filters.person ? [desc(isOpenTo(filters.person)), clash(filters.person)] : []),
      ...(near ? [closest, ...newest] : newest),
    )
    .limit(writtenOut(PER_PAGE))
    .offset((filters.page - 1) * PER_PAGE)
}

/**
 * The engine names the openings and their order; the rows come from the database under the
 * reader's rights, so that a late index may miss something but never shows it.
 */
async function pageByWords(
  ctx: Context,
  filters: Wanted,
  search: SearchPort,
): Promise<[Awaited<ReturnType<typeof page>>, { n: number; isMore: boolean }]> {
  const offset = (filters.page - 1) * PER_PAGE
  const reply = await search.search(planOf(ctx, filters, { offset, limit: PER_PAGE }))
  const rows = await hydrate(reply.ids, (ids) =>
    select(ctx.db).where(and(inArray(opportunities.id, ids), ...isSearchable(ctx))),
  )
  return [rows, capped(reply.total.n)]
}

function planOf(ctx: Context, filters: Wanted, page: { offset: number; limit: number }) {
  const { words, sectors, hours, outcode, miles } = filters
  const person = filters.isOnlyOpen ? filters.person : null
  const kinds = kindsOf(filters, person)
  const isInProgramme = ['candidate', 'mentor', 'coordinator'].includes(ctx.actor.role)
  return buildPlan({
    text: words,
    filters: {
      ...(kinds.length > 0 ? { kind: kinds } : {}),
      ...(sectors.length > 0 ? { sector: sectors } : {}),
      ...(hours.length > 0 ? { hours } : {}),
      ...(isInProgramme ? {} : { audience: ['anyone'] }),
      closesAt: { from: Math.floor(ctx.clock.now().getTime() / 1000) },
      ...(person ? { minAge: { to: person.age } } : {}),
    },
    ...(person ? { reach: { outcode: person.outcode, km: person.reachMiles * KM_PER_MILE } } : {}),
    ...(outcode ? { near: { outcode, km: miles * KM_PER_MILE } } : {}),
    page,
  })
}

/** The kinds to look for; one that no opening has where somebody wants none of those asked for. */
function kindsOf({ kinds }: Wanted, person: Seeker | null): string[] {
  if (!person) return kinds
  const both = kinds.length > 0 ? person.kinds.filter((kind) => kinds.includes(kind)) : person.kinds
  return both.length > 0 ? both : ['none']
}

function select(db: Context['db']) {
  return db
    .select({
      id: opportunities.id,
      title: opportunities.title,
      kind: opportunities.kind,
      sector: opportunities.sector,
      hours: opportunities.hours,
      town: opportunities.town,
      isRemote: opportunities.isRemote,
      outcodes: opportunities.outcodes,
      employerName: employers.name,
      closesOn: opportunities.closesOn,
      minAge: opportunities.minAge,
      payMinPence: opportunities.payMinPence,
      payMaxPence: opportunities.payMaxPence,
      payPeriod: opportunities.payPeriod,
      payText: opportunities.payText,
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
}

/** Counts to one past what is said: counting everything costs more than the page itself. */
async function count({ db }: Context, where: SQL | undefined) {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(opportunities)
    .where(where)
    .limit(writtenOut(MOST_COUNTED + 1))
    .as('some')
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some)
  return capped(row?.n ?? 0)
}

const capped = (n: number) => ({ n: Math.min(n, MOST_COUNTED), isMore: n > MOST_COUNTED })

async function bestToRelax(ctx: Context, filters: Wanted, search: SearchPort) {
  const found: { filter: FilterName; n: number; isMore: boolean }[] = []
  for (const filter of activeFilters(filters)) {
    const fewer = { ...without(filters, filter), person: filters.person }
    const where = conditions(ctx, fewer)
    if (where === null) continue
    const total = fewer.words
      ? capped((await search.search(planOf(ctx, fewer, { offset: 0, limit: 1 }))).total.n)
      : await count(ctx, where)
    found.push({ filter, ...total })
  }
  found.sort((a, b) => b.n - a.n)
  return found[0] && found[0].n > 0 ? found[0] : null
}

/** A limit that is part of the statement: with one as a parameter no plan is worth keeping. */
const writtenOut = (limit: number) => sql.raw(String(limit)) as unknown as number

const outcodesWithin = ({ outcode, miles }: BrowseFilters) =>
  within(outcode, miles * KM_PER_MILE)?.map((near) => near.outcode) ?? null

/** One parameter however many values, so that statements of one shape stay one statement. */
const textArray = (values: string[]) => sql`${sql.param(values)}::text[]`
