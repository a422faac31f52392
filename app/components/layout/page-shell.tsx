import type { ReactNode } from 'react'
import { SkipLink } from '../govuk/skip-link.tsx'
import { AccountBar } from './account-bar.tsx'
import type { Account } from './account-bar.tsx'
import { DoneBanner } from './done-banner.tsx'
import { PageFooter } from './page-footer.tsx'
import { ServiceNav } from './service-nav.tsx'
import type { ServiceNavItem } from './service-nav.tsx'

export interface PageShellProps {
  serviceNav: readonly ServiceNavItem[]
  /** Who is signed in, or nobody. */
  account?: Account
  /** What was just done, confirmed before everything else. */
  done?: string
  /** Drawn between navigation and main content: a back link, breadcrumbs, a banner. */
  beforeContent?: ReactNode
  children: ReactNode
}

/** What is around every page: skip link, header, navigation, main content, footer. */
export function PageShell({ serviceNav, account, done, beforeContent, children }: PageShellProps) {
  return (
    <>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header className="tg-header">
        <div className="govuk-width-container tg-header__inner">
          <a className="tg-header__name" href="/">
            <Gate />
            Throughgate
          </a>
          {account && <AccountBar account={account} />}
        </div>
      </header>
      {serviceNav.length > 0 && <ServiceNav items={serviceNav} />}
      <div className="govuk-width-container tg-page">
        {beforeContent}
        <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
          <DoneBanner text={done} />
          {children}
        </main>
      </div>
      <PageFooter />
    </>
  )
}

/** An open gate. It says nothing the name does not. */
function Gate() {
  return (
    <svg
      className="tg-header__mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M5 29V14a11 11 0 0 1 22 0v15"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M11 29V14.5l8-3.5v21z" fill="currentColor" />
    </svg>
  )
}
