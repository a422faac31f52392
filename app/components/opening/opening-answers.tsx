import { SummaryList } from '../govuk/summary-list.tsx'
import { answerText } from '#app/features/opportunities/answer-text.ts'
import { fieldsOf, sectionNames, sectionTitles } from '#app/features/opportunities/fields.ts'
import type { Kind } from '#app/features/opportunities/vocabulary.ts'

export interface OpeningAnswersProps {
  row: { kind: Kind } & Record<string, unknown>
  /** Where a page of answers is changed; no links unless given. */
  changePath?: (section: string) => string
}

/** Every answer of an opening, page by page. */
export function OpeningAnswers({ row, changePath }: OpeningAnswersProps) {
  return sectionNames.map((section) => (
    <SummaryList
      key={section}
      card={{
        title: { text: sectionTitles[section] },
        actions: changePath && {
          items: [
            {
              href: changePath(section),
              text: 'Change',
              visuallyHiddenText: sectionTitles[section].toLowerCase(),
            },
          ],
        },
      }}
      rows={fieldsOf(section, row.kind).map((field) => {
        const text = answerText(field, row)
        if (!text && !field.missing) return null
        return { key: { text: field.label }, value: { text: text || 'Not answered yet' } }
      })}
    />
  ))
}
