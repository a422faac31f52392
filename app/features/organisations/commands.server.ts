import { and, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { isInventedActor } from '#app/features/accounts/demo.server.ts'
import { onlyOffice } from '#app/features/accounts/only-office.server.ts'
import { recordAdded, recordSave } from '#app/features/audit/record-save.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { dayFrom } from '#app/platform/typed-day.ts'
import { organisations } from '#db/schema/organisations.ts'
import { getOrganisation } from './queries.server.ts'
import type { newOrganisationSchema, organisationSchema } from './schema.ts'

const TAKEN = { name: ['There is an organisation of this name already'] }

/** Adds a partner organisation. */
export async function addOrganisation(ctx: Context, form: z.infer<typeof newOrganisationSchema>) {
  onlyOffice(ctx)
  const rows = await ctx.db
    .insert(organisations)
    .values({ ...form, isInvented: await isInventedActor(ctx), createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: organisations.id })
  await recordAdded(ctx, { objectType: 'organisation' }, rows, TAKEN)
}

/**
 * Saves a partner organisation.
 * @throws Invalid under `version` when another save came first
 */
export async function saveOrganisation(
  ctx: Context,
  { id, version, ...form }: { id: string } & z.infer<typeof organisationSchema>,
) {
  onlyOffice(ctx)
  await getOrganisation(ctx, id)
  const { name, kind, successor } = form
  const [same] = await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(sql`lower(${organisations.name})`, name.toLowerCase()), ne(organisations.id, id)))
  if (same) throw new Invalid(TAKEN)
  const saved = await ctx.db
    .update(organisations)
    .set({ name, kind, successor, endsOn: dayFrom(form, 'endsOn'), version: version + 1 })
    .where(and(eq(organisations.id, id), eq(organisations.version, version)))
    .returning({ id: organisations.id })
  await recordSave(ctx, { objectType: 'organisation', objectId: id, version }, saved)
}
