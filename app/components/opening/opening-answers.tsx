import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { SummaryList } from '../govuk/summary-list.tsx'
import { answerText, fieldsToRead } from '#app/features/opportunities/answer-text.ts'
import { sectionNames, sectionTitle } from '#app/features/opportunities/fields.ts'
import type { SectionName } from '#app/features/opportunities/fields.ts'
import type { Kind } from '#app/features/opportunities/vocabulary.ts'

export interface OpeningAnswersProps {
  row: { kind: Kind } & Record<string, unknown>
  /** Where a page of answers is changed; no links unless given. */
  changePath?: (section: string) => string
  /** What stands under a page of answers. */
  below?: (section: SectionName) => ReactNode
}

/** Every answer of an opening, page by page. */
export function OpeningAnswers({ row, changePath, below }: OpeningAnswersProps) {
  return sectionNames.map((section) => (
    <Fragment key={section}>
      <SummaryList
        card={{
          title: { text: sectionTitle(section, row.kind) },
          actions: changePath && {
            // Read aloud with the title of the card.
            items: [{ href: changePath(section), text: 'Change' }],
          },
        }}
        rows={fieldsToRead(section, row).map((field) => ({
          key: { text: field.label },
          value: { text: answerText(field, row) || 'Not answered yet' },
        }))}
      />
      {below?.(section)}
    </Fragment>
  ))
}
