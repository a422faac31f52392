import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface LabelProps {
  children?: ReactNode
  htmlFor?: string
  isPageHeading?: boolean
  classes?: string
  attributes?: Attributes
}

/** The label of a field; nothing without text. */
export function Label({ children, htmlFor, isPageHeading, classes, attributes }: LabelProps) {
  if (!children) return null
  const label = (
    <label {...attributes} className={classNames('govuk-label', classes)} htmlFor={htmlFor}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label
}
