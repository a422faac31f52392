import { sql } from 'drizzle-orm'
import { programmes } from '#db/schema/programmes.ts'

/**
 * The name of a programme with who runs it, for every list and page: Pathway Out (adult), of
 * St Giles, is not Pathways Out (under 18), of MAP.
 */
export const programmeTitle = sql<string>`${programmes.name} || coalesce(', ' || (
  select o.name from organisations o where o.id = ${programmes.operatorId}), '')`
