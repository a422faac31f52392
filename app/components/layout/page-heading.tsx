import type { ReactNode } from 'react'

export interface PageHeadingProps {
  title: ReactNode
  /** What the page is part of, drawn above the title. */
  caption?: ReactNode
}

/** The one `h1` of a page. */
export function PageHeading({ title, caption }: PageHeadingProps) {
  return (
    <h1 className="govuk-heading-l">
      {caption && (
        <>
          <span className="govuk-caption-l">{caption}</span>{' '}
        </>
      )}
      {title}
    </h1>
  )
}
