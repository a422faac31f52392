import { InsetText } from '../govuk/inset-text.tsx'

/** In the demo nothing is sent: says where to read what would have been. */
export function DemoMailNote({ isDemo }: { isDemo: boolean }) {
  if (!isDemo) return null
  return (
    <InsetText>
      This is a demo, so no e-mail is sent.{' '}
      <a className="govuk-link" href="/demo/mail">
        Read it here
      </a>
      .
    </InsetText>
  )
}
