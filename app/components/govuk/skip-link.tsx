import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface SkipLinkProps {
  children: ReactNode
  href?: string
  classes?: string
  attributes?: Attributes
}

/** The first link of the page, seen when it has the focus: past the navigation to the content. */
export function SkipLink({ children, href = '#content', classes, attributes }: SkipLinkProps) {
  return (
    <a
      {...attributes}
      href={href}
      className={classNames('govuk-skip-link', classes)}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  )
}
