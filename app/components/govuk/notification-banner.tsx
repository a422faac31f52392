import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './heading.tsx'
import type { Attributes } from './types.ts'

export interface NotificationBannerProps {
  /** One line, drawn large. For more than one line use children. */
  text?: ReactNode
  children?: ReactNode
  type?: 'success'
  titleText?: ReactNode
  titleHeadingLevel?: HeadingLevel
  titleId?: string
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

/** News that is not about one field: what was just done, or what everybody needs to know. */
export function NotificationBanner({
  type,
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
  ...props
}: NotificationBannerProps) {
  const success = type === 'success'
  return (
    <div
      {...props.attributes}
      className={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
    >
      <div className="govuk-notification-banner__header">
        <Heading
          level={titleHeadingLevel}
          className="govuk-notification-banner__title"
          id={titleId}
        >
          {props.titleText ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {props.children ??
          (props.text && <p className="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}
