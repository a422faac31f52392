import { classNames } from './class-names.ts'
import { LabelledGroup } from './form-group.tsx'
import type {
  Attributes,
  Content,
  ErrorMessageOptions,
  FormGroupOptions,
  LabelOptions,
} from './types.ts'

export interface SelectItem {
  /** The text stands for the value when there is none. */
  value?: string | number
  text: string | number
  /** Overrides the value of the whole list. */
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

export interface SelectProps {
  name: string
  /** The name unless given. */
  id?: string
  items: (SelectItem | null | false | undefined)[]
  value?: string | number
  disabled?: boolean
  describedBy?: string
  label: LabelOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  classes?: string
  attributes?: Attributes
}

/** A choice from a list, with its label, hint and error. Radios are easier for short lists. */
export function Select({ name, id = name, ...props }: SelectProps) {
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => (
        <select
          {...props.attributes}
          className={classNames(
            'govuk-select',
            props.classes,
            props.errorMessage && 'govuk-select--error',
          )}
          id={id}
          name={name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          defaultValue={selectedValue(props)}
        >
          {props.items.map(
            (item, index) =>
              item && (
                <option
                  {...item.attributes}
                  key={index}
                  value={item.value}
                  disabled={item.disabled}
                >
                  {item.text}
                </option>
              ),
          )}
        </select>
      )}
    </LabelledGroup>
  )
}

function selectedValue({ items, value }: Pick<SelectProps, 'items' | 'value'>) {
  const present = items.filter((item) => Boolean(item)) as SelectItem[]
  const selected =
    present.find((item) => item.selected) ??
    present.find((item) => valueOf(item) === value && item.selected !== false)
  return selected && valueOf(selected)
}

function valueOf({ value, text }: SelectItem) {
  return value ?? text
}
