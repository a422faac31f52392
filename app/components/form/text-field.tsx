import type { ReactNode } from 'react'
import { classNames } from '../govuk/class-names.ts'
import { Input } from '../govuk/input.tsx'
import type { InputProps } from '../govuk/input.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'

export interface TextFieldProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  defaultValue?: string | number | null
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  inputMode?: InputProps['inputmode']
  autoComplete?: string
  /** Room for about so many characters; the whole width unless given. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  prefix?: ReactNode
  suffix?: ReactNode
  spellCheck?: boolean
  /** Draws the label as the heading of a page that asks one thing. */
  isPageHeading?: boolean
}

/** One line of text. */
export function TextField({ label, width, isPageHeading, ...props }: TextFieldProps) {
  return (
    <Input
      name={props.name}
      label={{
        text: label,
        isPageHeading,
        classes: isPageHeading ? 'govuk-label--l' : 'govuk-label--s',
      }}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorOption(props.error)}
      value={props.defaultValue ?? undefined}
      type={props.type}
      inputmode={props.inputMode}
      autocomplete={props.autoComplete}
      classes={classNames(width && `govuk-input--width-${width}`)}
      prefix={props.prefix ? { text: props.prefix } : undefined}
      suffix={props.suffix ? { text: props.suffix } : undefined}
      spellcheck={props.spellCheck}
    />
  )
}
