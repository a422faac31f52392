import { Choices } from './choice-items.tsx'
import type { ChoiceItem, ChoiceItems } from './choice-items.tsx'
import { FieldsetGroup } from './form-group.tsx'
import type {
  Attributes,
  Content,
  ErrorMessageOptions,
  FieldsetOptions,
  FormGroupOptions,
} from './types.ts'

export interface CheckboxItem extends ChoiceItem {
  /** Its own name, where the boxes are not one group. */
  name?: string
  behaviour?: 'exclusive'
}

export interface CheckboxesProps {
  name: string
  /** Start of every id; the name unless given. */
  idPrefix?: string
  items: ChoiceItems<CheckboxItem>
  values?: (string | number)[]
  describedBy?: string
  fieldset?: FieldsetOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  classes?: string
  attributes?: Attributes
}

/** Any number of answers out of a few. */
export function Checkboxes({ name, idPrefix = name, items, values, ...props }: CheckboxesProps) {
  return (
    <FieldsetGroup {...props} id={idPrefix}>
      {/* Without a fieldset the description goes on each box: nothing else could carry it. */}
      {(describedBy) => (
        <Choices
          kind="checkboxes"
          items={items}
          idPrefix={idPrefix}
          name={name}
          isChosen={(value) => value !== undefined && Boolean(values?.includes(value))}
          describedBy={describedBy}
          classes={props.classes}
          attributes={props.attributes}
        />
      )}
    </FieldsetGroup>
  )
}
