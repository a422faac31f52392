import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface WarningTextProps {
  children?: ReactNode
  iconFallbackText?: string
  classes?: string
  attributes?: Attributes
}

/** What will happen if somebody goes on, or does not. */
export function WarningText({ iconFallbackText = 'Warning', ...props }: WarningTextProps) {
  return (
    <div {...props.attributes} className={classNames('govuk-warning-text', props.classes)}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconFallbackText}</span> {props.children}
      </strong>
    </div>
  )
}
