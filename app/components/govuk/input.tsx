import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { LabelledGroup } from './form-group.tsx'
import type {
  Attributes,
  Content,
  ErrorMessageOptions,
  FormGroupOptions,
  LabelOptions,
} from './types.ts'

export interface InputProps {
  name: string
  /** The name unless given. */
  id?: string
  type?: HTMLInputTypeAttribute
  inputmode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  value?: string | number
  disabled?: boolean
  describedBy?: string
  label: LabelOptions
  hint?: Content
  errorMessage?: ErrorMessageOptions
  prefix?: Content
  suffix?: Content
  formGroup?: FormGroupOptions
  inputWrapper?: { classes?: string; attributes?: Attributes }
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
  spellcheck?: boolean
  classes?: string
  attributes?: Attributes
}

/** A one-line text input with its label, hint and error. */
export function Input({ name, id = name, prefix, suffix, inputWrapper, ...props }: InputProps) {
  const input = (describedBy: string | undefined) => (
    <input
      {...props.attributes}
      className={classNames(
        'govuk-input',
        props.classes,
        props.errorMessage && 'govuk-input--error',
      )}
      id={id}
      name={name}
      type={props.type ?? 'text'}
      inputMode={props.inputmode}
      defaultValue={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autoComplete={props.autocomplete}
      autoCapitalize={props.autocapitalize}
      pattern={props.pattern}
      spellCheck={props.spellcheck}
    />
  )
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) =>
        prefix?.text || suffix?.text ? (
          <div
            {...inputWrapper?.attributes}
            className={classNames('govuk-input__wrapper', inputWrapper?.classes)}
          >
            <Affix kind="prefix" affix={prefix} />
            {input(describedBy)}
            <Affix kind="suffix" affix={suffix} />
          </div>
        ) : (
          input(describedBy)
        )
      }
    </LabelledGroup>
  )
}

function Affix({ kind, affix }: { kind: 'prefix' | 'suffix'; affix?: Content }) {
  if (!affix?.text) return null
  return (
    <div
      {...affix.attributes}
      className={classNames(`govuk-input__${kind}`, affix.classes)}
      aria-hidden="true"
    >
      {affix.text}
    </div>
  )
}
