import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface InsetTextProps {
  children?: ReactNode
  id?: string
  classes?: string
  attributes?: Attributes
}

/** Text set apart from what is around it. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div {...attributes} id={id} className={classNames('govuk-inset-text', classes)}>
      {children}
    </div>
  )
}
