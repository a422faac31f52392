import { z } from 'zod'

/** Whom of the caseload a mentor puts forward. */
export const shortlistSchema = z.strictObject({ candidateId: z.uuid('Choose somebody') })
