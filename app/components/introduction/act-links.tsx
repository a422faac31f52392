import { Button } from '../govuk/button.tsx'

export interface ActLink {
  label: string
  href: string
  tone?: 'primary' | 'secondary' | 'warning'
}

export interface ActLinksProps {
  links: readonly (ActLink | false)[]
}

/** The steps that are open now; each leads to a page of its own that asks first. */
export function ActLinks({ links }: ActLinksProps) {
  const open = links.filter((link) => link !== false)
  if (open.length === 0) return null
  return (
    <div className="govuk-button-group">
      {open.map(({ label, href, tone }) => (
        <Button
          href={href}
          classes={tone && tone !== 'primary' ? `govuk-button--${tone}` : undefined}
          key={href}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
