import { z } from 'zod'

export const noteSchema = z.strictObject({
  /** Made with the page, so that a form sent twice is one note. */
  id: z.uuid(),
  note: z
    .string('Write the note')
    .trim()
    .min(1, 'Write the note')
    .max(5000, 'The note must be 5,000 characters or fewer'),
})
