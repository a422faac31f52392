import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface PaginationLink {
  href: string
  text?: ReactNode
  /** What is on that page; drawn only when there are no page numbers. */
  labelText?: string
  attributes?: Attributes
}

export interface PaginationItem {
  number?: number | string
  href?: string
  current?: boolean
  ellipsis?: boolean
  visuallyHiddenText?: string
  attributes?: Attributes
}

export interface PaginationProps {
  items?: (PaginationItem | null)[]
  previous?: PaginationLink
  next?: PaginationLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}

/** The way through a list of pages, or to the page before and after this one. */
export function Pagination({ items, previous, next, ...props }: PaginationProps) {
  const block = !items && Boolean(previous ?? next)
  return (
    <nav
      {...props.attributes}
      className={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel ?? 'Pagination'}
    >
      {previous?.href && <ArrowLink direction="prev" link={previous} block={block} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map(
            (item, index) =>
              item && Object.keys(item).length > 0 && <PageItem item={item} key={index} />,
          )}
        </ul>
      )}
      {next?.href && <ArrowLink direction="next" link={next} block={block} />}
    </nav>
  )
}

interface ArrowLinkProps {
  direction: 'prev' | 'next'
  link: PaginationLink
  block: boolean
}

function ArrowLink({ direction, link, block }: ArrowLinkProps) {
  const arrowFirst = block || direction === 'prev'
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a
        {...link.attributes}
        className="govuk-link govuk-pagination__link"
        href={link.href}
        rel={direction}
      >
        {arrowFirst && <Arrow direction={direction} />}
        <span
          className={classNames(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {direction === 'prev' ? 'Previous' : 'Next'}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && <Arrow direction={direction} />}
      </a>
    </div>
  )
}

function PageItem({ item }: { item: PaginationItem }) {
  const className = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  return (
    <li className={className}>
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          {...item.attributes}
          className="govuk-link govuk-pagination__link"
          href={item.href}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
        >
          {item.number}
        </a>
      )}
    </li>
  )
}

const arrowPaths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ direction }: { direction: 'prev' | 'next' }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrowPaths[direction]} />
    </svg>
  )
}
