import type { ReactNode } from 'react'
import { DateInput } from '../govuk/date-input.tsx'
import { errorOption } from './field-error.ts'
import type { FieldError } from './field-error.ts'
import { fieldsetFor } from './field-legend.ts'

export type DatePart = 'day' | 'month' | 'year'

export interface DateFieldProps {
  /** The parts are sent as `name-day`, `name-month` and `name-year`. */
  name: string
  legend: ReactNode
  hint?: ReactNode
  /** Keep it under the plain name, so that the error summary leads to the first box. */
  error?: FieldError
  /** Marks only these boxes as wrong; all of them unless given. */
  errorParts?: readonly DatePart[]
  defaultValue?: Partial<Record<DatePart, string | number>>
  /** For a date of birth: browsers can fill it in. */
  isBirthday?: boolean
  /** Draws the legend as the heading of a page that asks one thing. */
  isPageHeading?: boolean
}

const parts: readonly DatePart[] = ['day', 'month', 'year']

/** A date in three boxes. */
export function DateField({ name, legend, defaultValue, ...props }: DateFieldProps) {
  const errorMessage = errorOption(props.error)
  return (
    <DateInput
      id={`${name}-date`}
      namePrefix={name}
      fieldset={fieldsetFor(legend, props.isPageHeading)}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={errorMessage}
      items={parts.map((part) => ({
        name: part,
        id: part === 'day' ? name : `${name}-${part}`,
        value: defaultValue?.[part],
        error: errorMessage && props.errorParts ? props.errorParts.includes(part) : undefined,
        autocomplete: props.isBirthday ? `bday-${part}` : undefined,
      }))}
    />
  )
}
