import { CheckboxField } from '../form/checkbox-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { TextField } from '../form/text-field.tsx'
import type { FormAnswers } from '#app/features/opportunities/answers.ts'
import type { Field } from '#app/features/opportunities/fields.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export interface OpeningFieldProps {
  field: Field
  values: FormAnswers
  errors?: Record<string, readonly string[] | undefined>
}

/** One question of an opening, drawn as its control asks. */
export function OpeningField({ field, values, errors = {} }: OpeningFieldProps) {
  const { name, label, hint, options = [] } = field
  const common = { name, hint, error: errors[name] }
  const value = textOf(values[name])
  switch (field.control) {
    case 'lines':
      return <TextAreaField {...common} label={label} defaultValue={value} rows={6} spellCheck />
    case 'exclusion':
      return <TextAreaField {...common} label={label} defaultValue={value} rows={2} spellCheck />
    case 'number':
      return (
        <TextField {...common} label={label} defaultValue={value} width={4} inputMode="numeric" />
      )
    case 'money':
      return <TextField {...common} label={label} defaultValue={value} width={10} prefix="£" />
    case 'choice':
      return options.length > 8 ? (
        <SelectField
          {...common}
          label={label}
          options={options}
          defaultValue={value}
          emptyLabel="Choose one"
        />
      ) : (
        <RadioField {...common} legend={label} options={options} defaultValue={value} />
      )
    case 'list':
      return (
        <CheckboxField
          {...common}
          legend={label}
          options={options}
          defaultValue={listOf(values[name])}
        />
      )
    case 'date':
      return (
        <DateField
          {...common}
          legend={label}
          hint={hint ?? 'For example, 31 3 2027'}
          defaultValue={typedDay(values, name)}
        />
      )
    default:
      return <TextField {...common} label={label} defaultValue={value} />
  }
}

const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? '' : (value ?? ''))
const listOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value : value ? [value] : []
