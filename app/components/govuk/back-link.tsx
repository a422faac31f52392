import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface BackLinkProps {
  children?: ReactNode
  href?: string
  classes?: string
  attributes?: Attributes
}

/** A link to the page before this one, drawn above the main content. */
export function BackLink({ children = 'Back', href = '#', classes, attributes }: BackLinkProps) {
  return (
    <a {...attributes} href={href} className={classNames('govuk-back-link', classes)}>
      {children}
    </a>
  )
}
