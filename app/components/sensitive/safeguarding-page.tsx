import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import type { Answers } from './answers.ts'

export interface SafeguardingPageProps {
  person: { reference: string }
  /** The address of the person's page. */
  home: string
  /** Made with the page, so that a form sent twice is one note. */
  newId: string
  refused: Answers | undefined
}

/** Writes a safeguarding note. Those there are already are read elsewhere, with a reason. */
export function SafeguardingPage({ person, home, newId, refused }: SafeguardingPageProps) {
  return (
    <>
      <BackLink href={home} />
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading title="Write a safeguarding note" caption={person.reference} />
      <p className="govuk-body">
        Safeguarding leads and the office read it, each time with a reason. Nobody else does. It
        cannot be changed once it is saved.
      </p>
      <Form>
        <input type="hidden" name="id" value={newId} />
        <TextAreaField
          name="note"
          label="The note"
          rows={8}
          spellCheck
          error={refused?.errors.note}
          defaultValue={String(refused?.values.note ?? '')}
        />
        <SubmitButton>Save this note</SubmitButton>
      </Form>
    </>
  )
}
