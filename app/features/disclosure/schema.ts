import { z } from 'zod'
import { versionOrNoneSchema, versionSchema } from '#app/platform/version-schema.ts'

/** Somebody's own words about their past, and whether the mentor may read them. */
export const statementSchema = z.strictObject({
  words: z
    .string('Write something, or go back')
    .trim()
    .min(1, 'Write something, or go back')
    .max(5000, 'Your words must be 5,000 characters or fewer'),
  share: z.enum(['yes', 'no'], 'Say whether your mentor may read them'),
  version: versionOrNoneSchema,
})

export const deletionSchema = z.strictObject({ version: versionSchema })
