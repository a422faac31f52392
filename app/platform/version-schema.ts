import { z } from 'zod'

/** The number of a saved state that a form was filled in from; as large as the database keeps. */
export const versionSchema = z.coerce.number().int().min(1).max(2_147_483_647)

/** The same where nothing may have been saved yet: 0 then. */
export const versionOrNoneSchema = z.union([z.literal('0').transform(() => 0), versionSchema])
