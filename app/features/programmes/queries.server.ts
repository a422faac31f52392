import { asc } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { programmes } from '#db/schema/programmes.ts'

/** The programmes somebody can be enrolled in, by name. */
export function listProgrammes({ db }: Context) {
  return db
    .select({ id: programmes.id, name: programmes.name })
    .from(programmes)
    .orderBy(asc(programmes.name))
}
