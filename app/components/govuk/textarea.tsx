import { classNames } from './class-names.ts'
import { LabelledGroup } from './form-group.tsx'
import type {
  Attributes,
  Content,
  ErrorMessageOptions,
  FormGroupOptions,
  LabelOptions,
} from './types.ts'

export interface TextareaProps {
  name: string
  /** The name unless given. */
  id?: string
  value?: string
  rows?: number
  disabled?: boolean
  describedBy?: string
  label: LabelOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  autocomplete?: string
  spellcheck?: boolean
  classes?: string
  attributes?: Attributes
}

/** A text input of several lines with its label, hint and error. */
export function Textarea({ name, id = name, ...props }: TextareaProps) {
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => (
        <textarea
          {...props.attributes}
          className={classNames(
            'govuk-textarea',
            props.errorMessage && 'govuk-textarea--error',
            props.classes,
          )}
          id={id}
          name={name}
          rows={props.rows ?? 5}
          spellCheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autoComplete={props.autocomplete}
          defaultValue={props.value}
        />
      )}
    </LabelledGroup>
  )
}
