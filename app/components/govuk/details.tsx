import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface DetailsProps {
  summaryText: ReactNode
  children?: ReactNode
  open?: boolean
  id?: string
  classes?: string
  attributes?: Attributes
}

/** More for those who want it, behind a native disclosure. */
export function Details({ summaryText, children, open, id, classes, attributes }: DetailsProps) {
  return (
    <details {...attributes} id={id} className={classNames('govuk-details', classes)} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
