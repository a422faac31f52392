const links = [
  { label: 'Programmes', href: '/programmes' },
  { label: 'Privacy', href: '/privacy' },
  { label: 'Accessibility', href: '/accessibility' },
  { label: 'Complaints', href: '/complaints' },
  { label: 'Contact', href: '/contact' },
]

/** The links every page ends with. */
export function PageFooter() {
  return (
    <footer className="tg-footer">
      <div className="govuk-width-container">
        <ul className="tg-footer__links">
          {links.map(({ label, href }) => (
            <li key={href}>
              <a className="tg-footer__link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
