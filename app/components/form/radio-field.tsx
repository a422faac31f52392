import type { ReactNode } from 'react'
import { classNames } from '../govuk/class-names.ts'
import { Radios } from '../govuk/radios.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'
import { choiceItems, fieldsetFor } from './field-legend.ts'
import type { FieldChoice } from './field-legend.ts'

export interface RadioFieldProps {
  name: string
  legend: ReactNode
  options: readonly FieldChoice[]
  hint?: ReactNode
  error?: FieldError
  defaultValue?: string | null
  /** Side by side: for two short answers. */
  inline?: boolean
  small?: boolean
  /** Draws the legend as the heading of a page that asks one thing. */
  isPageHeading?: boolean
}

/** One answer out of a few. */
export function RadioField({ legend, options, isPageHeading, ...props }: RadioFieldProps) {
  return (
    <Radios
      name={props.name}
      fieldset={fieldsetFor(legend, isPageHeading)}
      items={choiceItems(options)}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorOption(props.error)}
      value={props.defaultValue ?? undefined}
      classes={classNames(
        props.inline && 'govuk-radios--inline',
        props.small && 'govuk-radios--small',
      )}
    />
  )
}
