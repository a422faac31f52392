import type { Check } from '#app/features/introductions/checks.ts'
import { AskPage } from './ask-page.tsx'
import { ChecksTable } from './checks-table.tsx'
import { ExactWords } from './exact-words.tsx'
import { TalkFirst } from './talk-first.tsx'

export interface SecondApprovalPageProps {
  personName: string
  title: string
  employerName: string
  words: { body: string; hash: string }
  checks: readonly Check[]
  /** Whether something the person told us may touch this introduction. */
  mayTouchKeptApart: boolean
  /** Where going back leads. */
  back: string
  errors?: Record<string, readonly string[] | undefined>
}

/** Asks a safeguarding lead, whether a mentor or of the office, for the second approval. */
export function SecondApprovalPage({
  personName,
  title,
  employerName,
  words,
  checks,
  mayTouchKeptApart,
  back,
  errors,
}: SecondApprovalPageProps) {
  return (
    <AskPage
      title={`Do you give the second approval for ${personName}?`}
      caption={title}
      back={back}
      toldHeading="What the employer will be told"
      told={[
        `${employerName} reads the words above, without the name, as soon as everybody who has to has said yes.`,
        'They are not told that a second approval was needed.',
      ]}
      button="Give second approval"
      fields={<input type="hidden" name="textHash" value={words.hash} />}
      errors={errors}
    >
      <TalkFirst isNeeded={mayTouchKeptApart} />
      <ChecksTable checks={checks} />
      <h2 className="govuk-heading-m">The exact words</h2>
      <ExactWords body={words.body} />
    </AskPage>
  )
}
