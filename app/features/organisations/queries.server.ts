import { asc, eq } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { organisations } from '#db/schema/organisations.ts'

/** The partner organisations, by name. */
export function listOrganisations({ db }: Context) {
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      endsOn: organisations.endsOn,
    })
    .from(organisations)
    .orderBy(asc(organisations.name))
}

/** One partner organisation, with the number that a save must name. */
export async function getOrganisation({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  if (!row) throw new NotFound()
  return row
}
