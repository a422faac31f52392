import type { ReactNode } from 'react'
import { classNames, describedByIds } from './class-names.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import type {
  Content,
  ErrorMessageOptions,
  FieldsetOptions,
  FormGroupOptions,
  LabelOptions,
} from './types.ts'

interface GroupProps {
  /** Hint and error take their ids from this one. */
  id: string
  hint?: Content
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  describedBy?: string
  /** Draws the input, which must carry the ids given. */
  children: (describedBy: string | undefined) => ReactNode
}

/** A field with one input: label, hint, error, input. */
export function LabelledGroup({ label, ...props }: GroupProps & { label?: LabelOptions }) {
  return (
    <FormGroup {...props}>
      <Label
        htmlFor={props.id}
        isPageHeading={label?.isPageHeading}
        classes={label?.classes}
        attributes={label?.attributes}
      >
        {label?.text}
      </Label>
      <Messages {...props} />
      {props.children(messageIds(props))}
    </FormGroup>
  )
}

/** A field with several inputs; the fieldset, where there is one, is what gets described. */
export function FieldsetGroup(
  props: GroupProps & { fieldset?: FieldsetOptions; fieldsetRole?: string },
) {
  const { fieldset } = props
  const describedBy = messageIds({
    ...props,
    describedBy: fieldset?.describedBy ?? props.describedBy,
  })
  return (
    <FormGroup {...props}>
      {fieldset ? (
        <Fieldset {...fieldset} role={props.fieldsetRole} describedBy={describedBy}>
          <Messages {...props} />
          {props.children(undefined)}
        </Fieldset>
      ) : (
        <>
          <Messages {...props} />
          {props.children(describedBy)}
        </>
      )}
    </FormGroup>
  )
}

function FormGroup(props: {
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  children: ReactNode
}) {
  const className = classNames(
    'govuk-form-group',
    props.errorMessage && 'govuk-form-group--error',
    props.formGroup?.classes,
  )
  return (
    <div {...props.formGroup?.attributes} className={className}>
      {props.children}
    </div>
  )
}

function Messages({ id, hint, errorMessage }: Omit<GroupProps, 'children'>) {
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {hint.text}
        </Hint>
      )}
      {errorMessage && (
        <ErrorMessage
          id={`${id}-error`}
          classes={errorMessage.classes}
          attributes={errorMessage.attributes}
          visuallyHiddenText={errorMessage.visuallyHiddenText}
        >
          {errorMessage.text}
        </ErrorMessage>
      )}
    </>
  )
}

function messageIds({ id, hint, errorMessage, describedBy }: Omit<GroupProps, 'children'>) {
  return describedByIds(describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`)
}
