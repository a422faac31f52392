import { randomInt } from 'node:crypto'
import { and, eq, ne, or } from 'drizzle-orm'
import type { z } from 'zod'
import { isInventedActor } from '#app/features/accounts/demo.server.ts'
import { onlyOffice } from '#app/features/accounts/only-office.server.ts'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { checkedDay, refuseBackwards } from '#app/platform/typed-day-schema.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { getHead } from './part-queries.server.ts'
import type {
  aboutSchema,
  closeProgrammeSchema,
  lawSchema,
  newProgrammeSchema,
  peopleSchema,
} from './schema.ts'

/** Begins a programme, without a public page and without rules. Gives its id. */
export async function createProgramme(
  ctx: Context,
  { name, kind, operatorId }: z.infer<typeof newProgrammeSchema>,
): Promise<string> {
  onlyOffice(ctx)
  await checkName(ctx, { name, operatorId })
  const [row] = await ctx.db
    .insert(programmes)
    .values({
      slug: newSlug(),
      name,
      kind,
      operatorId,
      isInvented: await isInventedActor(ctx),
      createdAt: ctx.clock.now(),
    })
    .returning({ id: programmes.id })
  if (!row) throw new Error('The programme was not kept')
  await recordAudit(ctx, {
    action: 'programme.create',
    objectType: 'programme',
    objectId: row.id,
    versionAfter: 1,
  })
  return row.id
}

/**
 * Saves what a programme is.
 * @throws Invalid under `version` when another save came first
 */
export async function saveAbout(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof aboutSchema>,
) {
  onlyOffice(ctx)
  const { programme } = await getHead(ctx, id)
  const { name, description, operatorId, ownerId, datesKnownTo, publicSlug, employerWording } = form
  const startsOn = dayFrom(form, 'startsOn')
  await checkName(ctx, { name, operatorId, id })
  await checkOrganisation(ctx, 'ownerId', ownerId)
  await checkPublicSlug(ctx, publicSlug, id)
  if (startsOn !== null && programme.closedOn !== null && startsOn > programme.closedOn)
    throw new Invalid({ startsOn: ['The first day must not be after the day it closed'] })
  await save(ctx, id, version, 'about', {
    ...{ name, description, operatorId, ownerId, startsOn },
    ...{ datesKnownTo, publicSlug, employerWording },
  })
}

/**
 * Saves who a programme is for.
 * @throws Invalid under `version` when another save came first
 */
export async function savePeople(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof peopleSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, id)
  const { onlySex, onlySexBasis, areasOnly, takesSelfReferrals, recordsRestrictions, ...rest } =
    form
  await save(ctx, id, version, 'people', {
    ...rest,
    onlySex: onlySex === 'none' ? null : onlySex,
    // Without the rule its basis would stand for nothing.
    onlySexBasis: onlySex === 'none' ? '' : onlySexBasis,
    areasOnly: areasOnly === 'yes',
    takesSelfReferrals: takesSelfReferrals === 'yes',
    recordsRestrictions: recordsRestrictions === 'yes',
  })
}

/**
 * Saves the law that a programme keeps its records under.
 * @throws Invalid under `version` when another save came first
 */
export async function saveLaw(
  ctx: Context,
  { id, version, retentionMonths, ...words }: { id: string } & z.infer<typeof lawSchema>,
) {
  onlyOffice(ctx)
  await getHead(ctx, id)
  await save(ctx, id, version, 'law', { ...words, retentionMonths: retentionMonths ?? undefined })
}

/**
 * Closes a programme, on a day that has come: nobody new is enrolled after it. All that was
 * recorded stays, and so do the people who are in it.
 */
export async function closeProgramme(
  ctx: Context,
  { id, version, successorId, ...form }: { id: string } & z.infer<typeof closeProgrammeSchema>,
) {
  onlyOffice(ctx)
  const { programme } = await getHead(ctx, id)
  if (programme.closedOn !== null) throw new Conflict('This programme is closed already.')
  const closedOn = checkedDay(form, 'closedOn')
  if (closedOn > londonDay(ctx.clock.now()))
    throw new Invalid({ closedOn: ['The last day must be today or earlier'] })
  refuseBackwards(programme.startsOn, closedOn, 'closedOn')
  if (successorId !== null) {
    const [successor] = await ctx.db
      .select({ id: programmes.id })
      .from(programmes)
      .where(eq(programmes.id, successorId))
    if (!successor || successorId === id)
      throw new Invalid({ successorId: ['Choose another programme from the list'] })
  }
  await save(ctx, id, version, 'close', { closedOn, successorId })
}

/** Opens a closed programme again, as if it had not been closed. */
export async function reopenProgramme(
  ctx: Context,
  { id, version }: { id: string; version: number },
) {
  onlyOffice(ctx)
  const { programme } = await getHead(ctx, id)
  if (programme.closedOn === null) throw new Conflict('This programme is not closed.')
  await save(ctx, id, version, 'reopen', { closedOn: null, successorId: null })
}

async function save(
  ctx: Context,
  id: string,
  version: number,
  what: string,
  values: Partial<typeof programmes.$inferInsert>,
) {
  const saved = await ctx.db
    .update(programmes)
    .set({ ...values, version: version + 1 })
    .where(and(eq(programmes.id, id), eq(programmes.version, version)))
    .returning({ id: programmes.id })
  const entry = { action: `programme.${what}`, objectType: 'programme', objectId: id, version }
  await recordSave(ctx, entry, saved)
}

/** Two programmes of one name are told apart by who runs them, and by nothing else. */
async function checkName(
  ctx: Context,
  { name, operatorId, id }: { name: string; operatorId: string | null; id?: string },
) {
  await checkOrganisation(ctx, 'operatorId', operatorId)
  const [same] = await ctx.db
    .select({ id: programmes.id })
    .from(programmes)
    .where(
      and(
        eq(programmes.name, name),
        eq(programmes.operatorId, operatorId ?? ''),
        id === undefined ? undefined : ne(programmes.id, id),
      ),
    )
  if (same) throw new Invalid({ name: ['They run a programme of this name already'] })
}

async function checkOrganisation({ db }: Context, field: string, id: string | null) {
  if (id === null) return
  const [found] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, id))
  if (!found) throw new Invalid({ [field]: ['Choose an organisation from the list'] })
}

async function checkPublicSlug({ db }: Context, slug: string | null, id: string) {
  if (slug === null) return
  const [taken] = await db
    .select({ id: programmes.id })
    .from(programmes)
    .where(
      and(or(eq(programmes.publicSlug, slug), eq(programmes.slug, slug)), ne(programmes.id, id)),
    )
  if (taken) throw new Invalid({ publicSlug: ['Another programme has this address'] })
}

/** An address that says nothing, for people who are signed in. */
const newSlug = () => `p-${randomInt(100_000, 1_000_000)}`
