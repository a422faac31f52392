import { forwardRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes, Content } from './types.ts'

export interface ErrorSummaryProps {
  titleText: ReactNode
  descriptionText?: ReactNode
  /** `href` is the id of the field, with its hash. */
  errorList?: (Content & { href?: string })[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

/** All that is wrong on the page, at its top, each linking to its field. */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(function ErrorSummary(
  { titleText, descriptionText, errorList, ...props },
  ref,
) {
  return (
    <div
      {...props.attributes}
      ref={ref}
      className={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{titleText}</h2>
        <div className="govuk-error-summary__body">
          {descriptionText && <p>{descriptionText}</p>}
          {errorList && errorList.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errorList.map((item, index) => (
                <li key={index}>
                  {item.href ? (
                    <a {...item.attributes} href={item.href}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
})
