import { InsetText } from '../govuk/inset-text.tsx'

export interface ExactWordsProps {
  body: string
}

/** Words exactly as they are, or would be, shared: every line of them, and nothing around them. */
export function ExactWords({ body }: ExactWordsProps) {
  return (
    <InsetText>
      <div className="govuk-body tg-words">{body}</div>
    </InsetText>
  )
}
