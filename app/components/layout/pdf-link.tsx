import { InsetText } from '../govuk/inset-text.tsx'

export interface PdfLinkProps {
  href: string
  /** It was tried, and there are letters in it that we have no face for. */
  isRefused: boolean
}

/** Leads to a paper as a file to keep; its address is a file's and not a page's. */
export function PdfLink({ href, isRefused }: PdfLinkProps) {
  if (isRefused)
    return (
      <InsetText>
        There are letters in this that we cannot put into a PDF yet. Print this page with your
        browser: it can save it as a PDF too.
      </InsetText>
    )
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href} download>
        Keep it as a PDF
      </a>
    </p>
  )
}
