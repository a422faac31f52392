import { classNames } from './class-names.ts'
import type { Attributes, Content } from './types.ts'

export interface BreadcrumbsProps {
  items: (Content & { href?: string })[]
  collapseOnMobile?: boolean
  labelText?: string
  classes?: string
  attributes?: Attributes
}

/** The way from the start to this page. An item without an address is this page. */
export function Breadcrumbs({ labelText = 'Breadcrumb', ...props }: BreadcrumbsProps) {
  const className = classNames(
    'govuk-breadcrumbs',
    props.classes,
    props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return (
    <nav {...props.attributes} className={className} aria-label={labelText}>
      <ol className="govuk-breadcrumbs__list">
        {props.items.map((item, index) =>
          item.href ? (
            <li className="govuk-breadcrumbs__list-item" key={index}>
              <a {...item.attributes} className="govuk-breadcrumbs__link" href={item.href}>
                {item.text}
              </a>
            </li>
          ) : (
            <li className="govuk-breadcrumbs__list-item" aria-current="page" key={index}>
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
