import type { ReactNode } from 'react'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'

export interface AskPageProps {
  title: string
  caption?: string
  /** Where going back leads, without anything having happened. */
  back: string
  /** What the other side will be told, and what they will not. */
  told: readonly string[]
  toldHeading?: string
  /** Names the outcome: "Yes, share these words". */
  button: string
  tone?: 'primary' | 'warning'
  /** Says no without doing anything: "No, go back". */
  notNow?: string
  errors?: Record<string, readonly string[] | undefined>
  /** Stands before the statement of what is told. */
  children?: ReactNode
  /** What the form asks for besides the button. */
  fields?: ReactNode
}

/** Asks before a step that shares, refuses, withdraws or closes, and says what it will do. */
export function AskPage({ title, caption, back, told, button, errors, ...props }: AskPageProps) {
  return (
    <>
      <BackLink href={back} />
      <ErrorSummaryBox errors={errors} />
      <PageHeading title={title} caption={caption} />
      {props.children}
      <h2 className="govuk-heading-m">{props.toldHeading ?? 'What happens if you do'}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form>
        {props.fields}
        <div className="govuk-button-group">
          <SubmitButton tone={props.tone}>{button}</SubmitButton>
          <a className="govuk-link" href={back}>
            {props.notNow ?? 'No, go back'}
          </a>
        </div>
      </Form>
    </>
  )
}
