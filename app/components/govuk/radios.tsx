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

export interface RadiosProps {
  name: string
  /** Start of every id; the name unless given. */
  idPrefix?: string
  items: ChoiceItems<ChoiceItem>
  value?: string | number
  fieldset?: FieldsetOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  classes?: string
  attributes?: Attributes
}

/** One answer out of a few. */
export function Radios({ name, idPrefix = name, items, value, ...props }: RadiosProps) {
  return (
    <FieldsetGroup {...props} id={idPrefix}>
      {() => (
        <Choices
          kind="radios"
          items={items}
          idPrefix={idPrefix}
          name={name}
          isChosen={(candidate) => Boolean(value) && candidate === value}
          classes={props.classes}
          attributes={props.attributes}
        />
      )}
    </FieldsetGroup>
  )
}
