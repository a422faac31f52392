import type { InputHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { FieldsetGroup } from './form-group.tsx'
import { Input } from './input.tsx'
import type {
  Attributes,
  Content,
  ErrorMessageOptions,
  FieldsetOptions,
  FormGroupOptions,
} from './types.ts'

export interface DateInputItem {
  name: string
  /** The name with a capital unless given. */
  label?: string
  id?: string
  value?: string | number
  /** Marks this part. When no part is marked, an error message marks all but those set `false`. */
  error?: boolean
  inputmode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  autocomplete?: string
  pattern?: string
  classes?: string
  attributes?: Attributes
}

export interface DateInputProps {
  id: string
  namePrefix?: string
  /** Day, month and year unless given. */
  items?: DateInputItem[]
  /** Values by the full name of the part. */
  values?: Record<string, string | number | undefined>
  fieldset?: FieldsetOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  classes?: string
  attributes?: Attributes
}

const wholeDate: DateInputItem[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

/** A date somebody knows or looks up, in separate boxes. */
export function DateInput({ id, namePrefix, values, ...props }: DateInputProps) {
  const items = props.items?.length ? props.items : wholeDate
  const someMarked = items.some((item) => item.error)
  return (
    <FieldsetGroup {...props} id={id} fieldsetRole="group">
      {() => (
        <div
          {...props.attributes}
          className={classNames('govuk-date-input', props.classes)}
          id={id}
        >
          {items.map((item) => {
            const name = namePrefix ? `${namePrefix}-${item.name}` : item.name
            const marked = item.error ?? (props.errorMessage && !someMarked)
            return (
              <div className="govuk-date-input__item" key={item.name}>
                <Input
                  label={{
                    text: item.label ?? item.name.charAt(0).toUpperCase() + item.name.slice(1),
                    classes: 'govuk-date-input__label',
                  }}
                  id={item.id ?? `${id}-${item.name}`}
                  classes={classNames(
                    'govuk-date-input__input',
                    marked && 'govuk-input--error',
                    !item.classes?.includes('govuk-input--width-') &&
                      `govuk-input--width-${item.name === 'year' ? 4 : 2}`,
                    item.classes,
                  )}
                  name={name}
                  value={item.value ?? values?.[name]}
                  inputmode={item.inputmode ?? 'numeric'}
                  autocomplete={item.autocomplete}
                  pattern={item.pattern}
                  attributes={item.attributes}
                />
              </div>
            )
          })}
        </div>
      )}
    </FieldsetGroup>
  )
}
