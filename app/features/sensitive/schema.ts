import { z } from 'zod'

/** What somebody says before a sealed text is opened to them. The password is checked elsewhere. */
export const readingSchema = z.strictObject({
  kind: z.enum(['restrictions', 'statement', 'safeguarding'], 'Choose what you need to read'),
  reason: z
    .string('Say why you need to read it')
    .trim()
    .min(1, 'Say why you need to read it')
    .max(200, 'The reason must be 200 characters or fewer'),
  heldBackBecause: z
    .string()
    .trim()
    .max(200, 'The reason must be 200 characters or fewer')
    .default(''),
  password: z.string().max(1000).default(''),
})
