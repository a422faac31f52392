import { PageHeading } from '../components/layout/page-heading.tsx'
import { pageAbout } from './page-about.ts'

export interface ErrorPageProps {
  status: number
  /** The address that was asked for. */
  path: string
  /** What the server said: the sentence of a 409, the reference of a 500 or 503. */
  text: string
  reference: string
}

const pages: Record<number, { title: string; lines: string[] }> = {
  400: { title: 'We could not read that', lines: ['Go back and try again.'] },
  403: {
    title: 'You cannot do that',
    lines: ['If you think you should be able to, ask the office.'],
  },
  404: {
    title: 'Page not found',
    lines: [
      'If you typed the address, check that it is right.',
      'If you followed a link, the page may have moved, or may not be yours to see.',
    ],
  },
  405: { title: 'You cannot do that here', lines: ['Go back and try again.'] },
  409: { title: 'Something changed', lines: [] },
  429: { title: 'Too many tries', lines: ['Wait a few minutes, then try again.'] },
  503: {
    title: 'Sorry, the service is busy',
    lines: ['Nothing you sent was saved. Try again in a minute.'],
  },
}
const unexpected = {
  title: 'Sorry, something went wrong',
  lines: ['Nothing was changed. Try again in a few minutes.'],
}

/** What people see instead of a page, with a reference they can read out to the office. */
export function ErrorPage({ status, path, text, reference }: ErrorPageProps) {
  const { title, lines } = pages[status] ?? unexpected
  return (
    <>
      <PageHeading title={title} />
      {status === 409 && text && <p className="govuk-body">{text}</p>}
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      {status === 409 && (
        <p className="govuk-body">
          <a className="govuk-link" href={pageAbout(path)}>
            See how it stands now
          </a>
        </p>
      )}
      {status === 403 && (
        <p className="govuk-body">
          <a className="govuk-link" href="/contact">
            How to reach the office
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          Go to the start page
        </a>
      </p>
      <p className="govuk-hint">
        {/* The browser does not know it, and must leave what the server drew. */}
        Reference: <span suppressHydrationWarning>{reference}</span>
      </p>
    </>
  )
}

/** The title of the page for a status. */
export const errorTitle = (status: number) => (pages[status] ?? unexpected).title
