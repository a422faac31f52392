import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './heading.tsx'
import type { Attributes } from './types.ts'

export interface PanelProps {
  titleText: ReactNode
  headingLevel?: HeadingLevel
  children?: ReactNode
  classes?: string
  attributes?: Attributes
}

/** The head of a confirmation page: what has just been done. */
export function Panel({ titleText, headingLevel = 1, children, ...props }: PanelProps) {
  return (
    <div
      {...props.attributes}
      className={classNames('govuk-panel', 'govuk-panel--confirmation', props.classes)}
    >
      <Heading level={headingLevel} className="govuk-panel__title">
        {titleText}
      </Heading>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  )
}
