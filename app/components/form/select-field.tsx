import type { ReactNode } from 'react'
import { Select } from '../govuk/select.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'

export interface SelectFieldProps {
  name: string
  label: ReactNode
  options: readonly { value: string; label: string }[]
  hint?: ReactNode
  error?: FieldError
  defaultValue?: string | null
  /** A first line without a value, such as "Choose a sector". */
  emptyLabel?: string
}

/** One answer out of a long list. */
export function SelectField({ label, options, emptyLabel, ...props }: SelectFieldProps) {
  const items = options.map((option) => ({ value: option.value, text: option.label }))
  return (
    <Select
      name={props.name}
      label={{ text: label, classes: 'govuk-label--s' }}
      items={emptyLabel ? [{ value: '', text: emptyLabel }, ...items] : items}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorOption(props.error)}
      value={props.defaultValue ?? undefined}
    />
  )
}
