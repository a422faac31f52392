import { sql } from 'drizzle-orm'
import { opportunities } from '#db/schema/opportunities.ts'

/** Every place of the opening is taken. It may come free: whoever took it can still take it back. */
export const isFull = sql<boolean>`${opportunities.placesTaken} >= ${opportunities.places}`
