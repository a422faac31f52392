import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title: ReactNode
  /** What to do now. */
  children: ReactNode
}

/** Stands where a list would be, and says what to do. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="tg-empty">
      <h2 className="govuk-heading-m">{title}</h2>
      <div className="govuk-body tg-empty__body">{children}</div>
    </div>
  )
}
