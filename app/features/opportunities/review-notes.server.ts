import { asc, desc, eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { reviewNotes } from '#db/schema/opportunities.ts'
import { answerText } from './answer-text.ts'
import { allFields } from './fields.ts'
import type { SectionName } from './fields.ts'
import type { Opportunity } from './find.server.ts'

/** What the office asked to be changed in one answer, and what has become of it. */
export interface NoteOnAnswer {
  field: string
  section: SectionName
  label: string
  note: string
  /** The answer as it was when the note was written. */
  before: string
  /** Whether it reads otherwise now; null for a note from before that was kept. */
  isChanged: boolean | null
}

/** The notes of the last time an opening went back, whether or not it has been sent in since. */
export async function lastNotes({ db }: Context, row: Opportunity): Promise<NoteOnAnswer[]> {
  const all = await db
    .select()
    .from(reviewNotes)
    .where(eq(reviewNotes.opportunityId, row.id))
    .orderBy(desc(reviewNotes.createdAt), asc(reviewNotes.id))
  const fields = allFields(row.kind)
  return all.flatMap(({ field: name, note, answer, createdAt }) => {
    const field = fields.find((one) => one.name === name)
    // One return writes all its notes at one moment.
    if (!field || createdAt.getTime() !== all[0]?.createdAt.getTime()) return []
    return {
      field: name,
      section: field.section,
      label: field.label,
      note,
      before: answer ?? '',
      isChanged: answer === null ? null : answer !== answerText(field, row),
    }
  })
}
