import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface TagProps {
  children?: ReactNode
  /** For instance `govuk-tag--grey`. */
  classes?: string
  attributes?: Attributes
}

/** A status in a word or two. Its colour only repeats what the word says. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong {...attributes} className={classNames('govuk-tag', classes)}>
      {children}
    </strong>
  )
}
