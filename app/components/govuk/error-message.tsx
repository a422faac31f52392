import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface ErrorMessageProps {
  children?: ReactNode
  id?: string
  /** Read before the message; `false` leaves it out. */
  visuallyHiddenText?: string | false
  classes?: string
  attributes?: Attributes
}

/** What is wrong with one field and how to put it right. */
export function ErrorMessage({ visuallyHiddenText = 'Error', ...props }: ErrorMessageProps) {
  return (
    <p
      {...props.attributes}
      id={props.id}
      className={classNames('govuk-error-message', props.classes)}
    >
      {visuallyHiddenText && (
        <>
          <span className="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {props.children}
    </p>
  )
}
