import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import { asNobody } from '#app/platform/as-system.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { districts, organisations } from '#db/schema/organisations.ts'
import {
  enrolments,
  fundingPeriods,
  programmeAreas,
  programmes,
  referralSources,
} from '#db/schema/programmes.ts'
import { rulesToConfirm } from './eligibility.ts'
import { listMetrics } from './metric-queries.server.ts'
import { standingOn } from './status.ts'
import { programmeTitle } from './title.server.ts'

const operators = alias(organisations, 'operators')
const owners = alias(organisations, 'owners')
const successors = alias(programmes, 'successors')
const successorOperators = alias(organisations, 'successor_operators')

/** The programmes somebody can be enrolled in today, each with the rules to make sure of. */
export async function listOpenProgrammes(ctx: Context) {
  const { clock, db } = ctx
  const today = londonDay(clock.now())
  const rows = await db
    .select({ programme: programmes, title: programmeTitle })
    .from(programmes)
    .where(eq(programmes.kind, 'support'))
    .orderBy(asc(programmes.name))
  const ids = rows.map(({ programme }) => programme.id)
  const funding = await fundingOf(ctx, ids)
  const areas = await areasOf(ctx, ids)
  return rows
    .filter(({ programme }) => standingOn(datesOf(programme, funding), today) === 'running')
    .map(({ programme, title }) => ({
      id: programme.id,
      title,
      rules: rulesToConfirm({
        ...programme,
        areas: areas
          .filter((area) => area.programmeId === programme.id && area.endsOn === null)
          .map(({ name }) => name),
      }),
    }))
}

/** What anybody may read: the programmes that have a public page. */
export const listPublic = (ctx: Context) => asNobody(ctx, listAll)

/** One programme with all that belongs to it, for the office. */
export async function getForOffice(ctx: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const { db } = ctx
  const found = await find(ctx, eq(programmes.id, id))
  if (!found) throw new NotFound()
  const enrolled = await db.$count(
    enrolments,
    and(eq(enrolments.programmeId, id), isNull(enrolments.endedOn)),
  )
  return { ...found, enrolled, metrics: await listMetrics(ctx, [id]) }
}

/**
 * A programme as its public page tells of it, by either of its addresses. Read under nobody's
 * rights, so that it says the same whoever looks.
 */
export async function getPublic(ctx: Context, slug: string) {
  // Addresses come from anywhere: there may be a NUL in one, which no query can hold.
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new NotFound()
  return asNobody(ctx, async (nobody) => {
    const found = await find(nobody, or(eq(programmes.publicSlug, slug), eq(programmes.slug, slug)))
    if (!found) throw new NotFound()
    const { programme, operator, owner, successor, standing, funding, areas, sources } = found
    return {
      name: programme.name,
      kind: programme.kind,
      description: programme.description,
      startsOn: programme.startsOn,
      closedOn: programme.closedOn,
      datesKnownTo: programme.datesKnownTo,
      minAge: programme.minAge,
      maxAge: programme.maxAge,
      onlySex: programme.onlySex,
      needLink: programme.needLink,
      areasOnly: programme.areasOnly,
      supportMonths: programme.supportMonths,
      takesSelfReferrals: programme.takesSelfReferrals,
      isInvented: programme.isInvented,
      lawfulBasis: programme.lawfulBasis,
      retentionMonths: programme.retentionMonths,
      operator,
      owner,
      successor,
      standing,
      funding,
      areas,
      sources,
    }
  })
}

/** Programmes that another may lead on to. */
export function listSuccessors({ db }: Context) {
  return db
    .select({ id: programmes.id, title: programmeTitle })
    .from(programmes)
    .where(isNull(programmes.closedOn))
    .orderBy(asc(programmes.name))
}

/** Every programme that somebody may read, by name. */
export async function listAll(ctx: Context) {
  const { clock, db } = ctx
  const today = londonDay(clock.now())
  const rows = await db
    .select({ programme: programmes, operator: operators.name })
    .from(programmes)
    .leftJoin(operators, eq(operators.id, programmes.operatorId))
    .orderBy(asc(programmes.name), asc(operators.name))
  const funding = await fundingOf(
    ctx,
    rows.map(({ programme }) => programme.id),
  )
  return rows.map(({ programme, operator }) => ({
    id: programme.id,
    slug: programme.slug,
    publicSlug: programme.publicSlug,
    name: programme.name,
    operator,
    kind: programme.kind,
    startsOn: programme.startsOn,
    closedOn: programme.closedOn,
    datesKnownTo: programme.datesKnownTo,
    minAge: programme.minAge,
    maxAge: programme.maxAge,
    onlySex: programme.onlySex,
    needLink: programme.needLink,
    isInvented: programme.isInvented,
    standing: standingOn(datesOf(programme, funding), today),
  }))
}

async function find(ctx: Context, which: ReturnType<typeof eq> | undefined) {
  const { clock, db } = ctx
  const [row] = await db
    .select({
      programme: programmes,
      operator: operators.name,
      owner: owners.name,
      successor: sql<
        string | null
      >`${successors.name} || coalesce(', ' || ${successorOperators.name}, '')`,
    })
    .from(programmes)
    .leftJoin(operators, eq(operators.id, programmes.operatorId))
    .leftJoin(owners, eq(owners.id, programmes.ownerId))
    .leftJoin(successors, eq(successors.id, programmes.successorId))
    .leftJoin(successorOperators, eq(successorOperators.id, successors.operatorId))
    .where(which)
  if (!row) return null
  const { programme } = row
  const funding = await fundingOf(ctx, [programme.id])
  return {
    programme,
    operator: row.operator,
    owner: row.owner,
    successor: row.successor,
    standing: standingOn(datesOf(programme, funding), londonDay(clock.now())),
    funding,
    areas: await areasOf(ctx, [programme.id]),
    sources: await db
      .select({
        id: referralSources.id,
        kind: referralSources.kind,
        label: referralSources.label,
        organisation: organisations.name,
        startsOn: referralSources.startsOn,
        endsOn: referralSources.endsOn,
      })
      .from(referralSources)
      .leftJoin(organisations, eq(organisations.id, referralSources.organisationId))
      .where(eq(referralSources.programmeId, programme.id))
      .orderBy(asc(referralSources.label)),
  }
}

type Programme = typeof programmes.$inferSelect

const datesOf = (
  { id, startsOn, closedOn }: Programme,
  funding: Awaited<ReturnType<typeof fundingOf>>,
) => ({ startsOn, closedOn, funding: funding.filter(({ programmeId }) => programmeId === id) })

const fundingOf = ({ db }: Context, ids: string[]) =>
  db
    .select()
    .from(fundingPeriods)
    .where(inArray(fundingPeriods.programmeId, ids))
    .orderBy(desc(fundingPeriods.startsOn))

const areasOf = ({ db }: Context, ids: string[]) =>
  db
    .select({
      id: programmeAreas.id,
      programmeId: programmeAreas.programmeId,
      name: districts.name,
      startsOn: programmeAreas.startsOn,
      endsOn: programmeAreas.endsOn,
    })
    .from(programmeAreas)
    .innerJoin(districts, eq(districts.id, programmeAreas.districtId))
    .where(inArray(programmeAreas.programmeId, ids))
    .orderBy(sql`${programmeAreas.endsOn} is not null`, asc(districts.name))
