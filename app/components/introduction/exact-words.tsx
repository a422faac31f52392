import { Fragment } from 'react'
import { InsetText } from '../govuk/inset-text.tsx'

export interface ExactWordsProps {
  body: string
}

/** Words exactly as they are, or would be, shared: every line of them, and nothing around them. */
export function ExactWords({ body }: ExactWordsProps) {
  return (
    <InsetText>
      {body.split(/\n{2,}/).map((part, index) => (
        <p className="govuk-body" key={index}>
          {part.split('\n').map((line, number) => (
            <Fragment key={number}>
              {number > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </InsetText>
  )
}
