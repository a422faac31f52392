import {
  and,
  arrayOverlaps,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  not,
  sql,
} from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { employers } from '#db/schema/employers.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { nearestMiles } from '#search/distances.ts'
import { hydrate } from '#search/hydrate.ts'
import { within } from '#search/outcodes.ts'
import { buildPlan } from '#search/plan.ts'
import type { SearchPort } from '#search/port.ts'
import { activeFilters, without } from './filters.ts'
import type { BrowseFilters, FilterName } from './filters.ts'
import { isFull } from './places.server.ts'

/** One line of the list. */
export interface OpeningLine {
  id: string
  title: string
  kind: string
  sector: string | null
  hours: string[]
  town: string | null
  isRemote: boolean
  employerName: string
  closesOn: string | null
  /** Whole miles from the outcode asked about; null without one. */
  miles: number | null
}

export interface BrowseResult {
  openings: OpeningLine[]
  total: { n: number; isMore: boolean }
  pageCount: number
  /** Set when nothing was found: the one filter to take away, and how many that brings. */
  relax: { filter: FilterName; n: number; isMore: boolean } | null
  /** The outcode is none we know; nothing was searched, since a search is never widened. */
  isOutcodeUnknown: boolean
}

const PER_PAGE = 20
const MOST_COUNTED = 1000
const KM_PER_MILE = 1.609344

/** Openings anyone here may see and apply to today. Row-level security says who "here" is. */
export async function browseOpenings(
  ctx: Context,
  filters: BrowseFilters,
  search: SearchPort,
): Promise<BrowseResult> {
  const where = conditions(ctx, filters)
  if (where === null) {
    const total = { n: 0, isMore: false }
    return { openings: [], total, pageCount: 0, relax: null, isOutcodeUnknown: true }
  }
  const [rows, total] = filters.words
    ? await pageByWords(ctx, filters, search)
    : await Promise.all([page(ctx, filters, where), count(ctx, where)])
  const openings = rows.map(({ outcodes, ...row }) => ({
    ...row,
    miles: filters.outcode ? nearest(filters.outcode, outcodes) : null,
  }))
  const relax = total.n === 0 ? await bestToRelax(ctx, filters, search) : null
  const pageCount = Math.ceil(total.n / PER_PAGE)
  return { openings, total, pageCount, relax, isOutcodeUnknown: false }
}

/** What makes an opening one to be found: on offer, and with a place left. */
export const isSearchable = (ctx: Context): SQL[] => [...isOnOffer(ctx), not(isFull)]

/** Live, not past its day, of an employer in good standing. */
export function isOnOffer({ clock }: Context): SQL[] {
  return [
    eq(opportunities.state, 'live'),
    gte(opportunities.closesOn, londonDay(clock.now())),
    isNotNull(employers.approvedAt),
    isNull(employers.suspendedAt),
  ]
}

function conditions(ctx: Context, filters: BrowseFilters): SQL | undefined | null {
  const all: (SQL | undefined)[] = isSearchable(ctx)
  if (filters.kinds.length > 0)
    all.push(sql`${opportunities.kind} = any(${textArray(filters.kinds)})`)
  if (filters.sectors.length > 0) all.push(inArray(opportunities.sector, filters.sectors))
  if (filters.hours.length > 0) all.push(arrayOverlaps(opportunities.hours, filters.hours))
  if (filters.outcode) {
    const near = outcodesWithin(filters)
    if (near === null) return null
    all.push(arrayOverlaps(opportunities.outcodes, near))
  }
  return and(...all)
}

function page({ db }: Context, filters: BrowseFilters, where: SQL | undefined) {
  const near = filters.outcode ? outcodesWithin(filters) : null
  const newest = [desc(opportunities.publishedAt), opportunities.id]
  const closest = sql`(select min(array_position(${textArray(near ?? [])}, o)) from unnest(${opportunities.outcodes}) as o)`
  return select(db)
    .where(where)
    .orderBy(...(near ? [closest, ...newest] : newest))
    .limit(PER_PAGE)
    .offset((filters.page - 1) * PER_PAGE)
}

/**
 * The engine names the openings and their order; the rows come from the database under the
 * reader's rights, so that a late index may miss something but never shows it.
 */
async function pageByWords(
  ctx: Context,
  filters: BrowseFilters,
  search: SearchPort,
): Promise<[Awaited<ReturnType<typeof page>>, { n: number; isMore: boolean }]> {
  const offset = (filters.page - 1) * PER_PAGE
  const reply = await search.search(planOf(ctx, filters, { offset, limit: PER_PAGE }))
  const rows = await hydrate(reply.ids, (ids) =>
    select(ctx.db).where(and(inArray(opportunities.id, ids), ...isSearchable(ctx))),
  )
  return [rows, capped(reply.total.n)]
}

function planOf(ctx: Context, filters: BrowseFilters, page: { offset: number; limit: number }) {
  const { words, kinds, sectors, hours, outcode, miles } = filters
  const isInProgramme = ['candidate', 'mentor', 'coordinator'].includes(ctx.actor.role)
  return buildPlan({
    text: words,
    filters: {
      ...(kinds.length > 0 ? { kind: kinds } : {}),
      ...(sectors.length > 0 ? { sector: sectors } : {}),
      ...(hours.length > 0 ? { hours } : {}),
      ...(isInProgramme ? {} : { audience: ['anyone'] }),
      closesAt: { from: Math.floor(ctx.clock.now().getTime() / 1000) },
    },
    ...(outcode ? { near: { outcode, km: miles * KM_PER_MILE } } : {}),
    page,
  })
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
    })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
}

/** Counts to one past what is said: counting everything costs more than the page itself. */
async function count({ db }: Context, where: SQL | undefined) {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(opportunities)
    .innerJoin(employers, eq(employers.id, opportunities.employerId))
    .where(where)
    .limit(MOST_COUNTED + 1)
    .as('some')
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some)
  return capped(row?.n ?? 0)
}

const capped = (n: number) => ({ n: Math.min(n, MOST_COUNTED), isMore: n > MOST_COUNTED })

async function bestToRelax(ctx: Context, filters: BrowseFilters, search: SearchPort) {
  const found: { filter: FilterName; n: number; isMore: boolean }[] = []
  for (const filter of activeFilters(filters)) {
    const fewer = without(filters, filter)
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

const outcodesWithin = ({ outcode, miles }: BrowseFilters) =>
  within(outcode, miles * KM_PER_MILE)?.map((near) => near.outcode) ?? null

const textArray = (values: string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

function nearest(from: string, outcodes: string[]): number | null {
  const miles = nearestMiles(from, outcodes)
  return miles === null ? null : Math.round(miles)
}
