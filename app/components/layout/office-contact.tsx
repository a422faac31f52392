export interface OfficeContactProps {
  office: { email: string | null; phone: string | null }
}

/** How to reach the office, in a sentence. */
export function OfficeContact({ office: { email, phone } }: OfficeContactProps) {
  const ring = phone && (
    <>
      ring{' '}
      <a className="govuk-link" href={`tel:${phone.replaceAll(' ', '')}`}>
        {phone}
      </a>
    </>
  )
  const write = email && (
    <>
      write to{' '}
      <a className="govuk-link" href={`mailto:${email}`}>
        {email}
      </a>
    </>
  )
  return (
    <p className="govuk-body">
      {ring || write ? (
        <>
          To reach the office, {ring}
          {ring && write && ' or '}
          {write}.
        </>
      ) : (
        'Ask your mentor, or whoever told you of Throughgate, how to reach the office.'
      )}
    </p>
  )
}
