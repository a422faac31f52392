import type { ReactNode } from 'react'
import { Checkboxes } from '../govuk/checkboxes.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'
import { choiceItems, fieldsetFor } from './field-legend.ts'
import type { FieldChoice } from './field-legend.ts'

export interface CheckboxFieldProps {
  name: string
  legend: ReactNode
  options: readonly FieldChoice[]
  hint?: ReactNode
  error?: FieldError
  defaultValue?: readonly string[]
  small?: boolean
  /** Draws the legend as the heading of a page that asks one thing. */
  isPageHeading?: boolean
}

/** Any number of answers out of a few; each chosen one is sent under the same name. */
export function CheckboxField({ legend, options, isPageHeading, ...props }: CheckboxFieldProps) {
  return (
    <Checkboxes
      name={props.name}
      fieldset={fieldsetFor(legend, isPageHeading)}
      items={choiceItems(options)}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorOption(props.error)}
      values={[...(props.defaultValue ?? [])]}
      classes={props.small ? 'govuk-checkboxes--small' : undefined}
    />
  )
}
