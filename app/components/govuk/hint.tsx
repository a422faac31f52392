import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface HintProps {
  children?: ReactNode
  id?: string
  classes?: string
  attributes?: Attributes
}

/** Help for one field, read with it. */
export function Hint({ children, id, classes, attributes }: HintProps) {
  return (
    <div {...attributes} id={id} className={classNames('govuk-hint', classes)}>
      {children}
    </div>
  )
}
