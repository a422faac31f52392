import type { ReactNode } from 'react'
import { Textarea } from '../govuk/textarea.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'

export interface TextAreaFieldProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  defaultValue?: string | null
  rows?: number
  spellCheck?: boolean
  /** Draws the label as the heading of a page that asks one thing. */
  isPageHeading?: boolean
}

/** Several lines of text. */
export function TextAreaField({ label, isPageHeading, ...props }: TextAreaFieldProps) {
  return (
    <Textarea
      name={props.name}
      label={{
        text: label,
        isPageHeading,
        classes: isPageHeading ? 'govuk-label--l' : 'govuk-label--s',
      }}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorOption(props.error)}
      value={props.defaultValue ?? undefined}
      rows={props.rows}
      spellcheck={props.spellCheck}
    />
  )
}
