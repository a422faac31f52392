import { formAnswers } from './answers.ts'
import { fieldsOf, sectionNames } from './fields.ts'
import type { SectionName } from './fields.ts'
import { sectionSchema } from './schema.ts'
import type { Kind } from './vocabulary.ts'

/** Which pages of an opening are complete, judged by the same checks as its forms. */
export function progressOf(
  row: { kind: Kind; closesOn: string | null; details: Record<string, unknown> } & Record<
    string,
    unknown
  >,
  today: string,
): Record<SectionName, boolean> {
  const entries = sectionNames.map((section) => {
    const form = formAnswers(fieldsOf(section, row.kind), row)
    return [section, sectionSchema(section, row.kind, today, row).safeParse(form).success]
  })
  return Object.fromEntries(entries) as Record<SectionName, boolean>
}
