export interface PhoneLinkProps {
  /** As people write it: "01632 960 000", "+44 (0)1632 960000". */
  number: string
}

/** A number to ring: one press on a telephone. */
export function PhoneLink({ number }: PhoneLinkProps) {
  return (
    <a className="govuk-link" href={`tel:${dialled(number)}`}>
      {number}
    </a>
  )
}

/** The nought in brackets is left out by whoever dials the code of the country. */
const dialled = (number: string) =>
  number.replace(/(\+\d+)\s*\(0\)/, '$1').replace(/(?!^\+)[^\d]/g, '')
