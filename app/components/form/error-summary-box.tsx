import { useEffect, useRef } from 'react'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { firstError } from './field-error.ts'

export interface ErrorSummaryBoxProps {
  /** Messages by field name. Those under the empty name belong to the whole form. */
  errors?: Record<string, readonly string[] | undefined>
}

/** All that is wrong with the form, at the top of the page; nothing when nothing is. */
export function ErrorSummaryBox({ errors }: ErrorSummaryBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  // Whoever sent the form from its end, or hears the page, must not have to look for it.
  useEffect(() => box.current?.focus(), [errors])
  const errorList = Object.entries(errors ?? {}).flatMap(([name, messages]) => {
    const text = firstError(messages)
    return text ? [{ text, href: name ? `#${name}` : undefined }] : []
  })
  if (errorList.length === 0) return null
  return (
    <ErrorSummary
      ref={box}
      titleText="There is a problem"
      errorList={errorList}
      attributes={{ tabIndex: '-1' }}
    />
  )
}
