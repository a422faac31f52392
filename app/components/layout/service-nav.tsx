import { classNames } from '../govuk/class-names.ts'

export interface ServiceNavItem {
  label: string
  href: string
  /** The page being shown is this one, or lies under it. */
  current?: boolean
}

/** The ways into each part of the service. */
export function ServiceNav({ items }: { items: readonly ServiceNavItem[] }) {
  return (
    <nav className="tg-nav" aria-label="Main">
      <ul className="govuk-width-container tg-nav__list">
        {items.map(({ label, href, current }) => (
          <li className={classNames('tg-nav__item', current && 'tg-nav__item--current')} key={href}>
            <a className="tg-nav__link" href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
