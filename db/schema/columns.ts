import { sql } from 'drizzle-orm'
import { boolean, integer, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 as uuidv7 } from 'uuid'

/** Random, time-ordered primary key (UUIDv7): says nothing about how many rows there are. */
export const id = () => uuid('id').primaryKey().$defaultFn(uuidv7)

/** A moment, always with its time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true })

/** When the row came to be. */
export const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`)

/** Counts the saves of a row; every update names the version it read, so no save loses another's. */
export const version = () => integer('version').notNull().default(1)

/** True for the invented people and organisations of the demo. */
export const isInvented = () => boolean('is_invented').notNull().default(false)
